"""What the world sees, and can check: statements of counted numbers, the history, the press desk, replies."""
