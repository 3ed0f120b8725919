"""Turn values into words, and fill the {...} of texts."""
