"""What all charts share, then one module a topic."""
