"""Scripts that measure, each answering one question beside a peer in the same run."""
