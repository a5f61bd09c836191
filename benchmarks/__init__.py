"""How fast mtcheck is, measured against other checkers; never imported by mtcheck, never a test."""
