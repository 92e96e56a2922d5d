"""What the language and the world are like: names, calendar, actions, cues, places, outlets."""
