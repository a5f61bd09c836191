"""What the commands do, once click has read the command line. Each module loads when its command runs."""
