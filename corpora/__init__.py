"""What mtcheck is measured on. Never imported by mtcheck."""
