"""What only the source can show: these rules compare the text with it, and are silent without one."""
