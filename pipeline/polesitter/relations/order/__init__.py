"""Places that nobody wrote: counted on along lists, or left between two who are placed."""
