"""The review page: reports are corrected in a browser and become corpus."""
