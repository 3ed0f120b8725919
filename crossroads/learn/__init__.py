"""What a learner reads, answers and is told."""
