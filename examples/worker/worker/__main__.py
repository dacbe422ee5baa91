"""Takes jobs off the queue and works on them one after another."""

print("waiting for jobs")
