// Nothing: post is what counts.
