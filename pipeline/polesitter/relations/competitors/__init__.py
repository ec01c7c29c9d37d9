"""Who competes as one: crews, teammates, and drivers whose car is told without them."""
