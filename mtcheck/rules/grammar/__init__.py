"""Words and forms that English grammar asks for."""
