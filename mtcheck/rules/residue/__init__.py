"""What a scraper left that no journalist wrote."""
