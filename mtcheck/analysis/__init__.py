"""What rules may ask of a text: computed once, on first use, shared by all."""
