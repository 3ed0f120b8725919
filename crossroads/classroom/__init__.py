"""Many learners: receipts, their collection, the class's picture."""
