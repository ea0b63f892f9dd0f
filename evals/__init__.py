"""Score what the engine reads against gold, and hold it to floors that only go up."""
