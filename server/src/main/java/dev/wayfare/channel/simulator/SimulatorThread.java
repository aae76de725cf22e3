package dev.wayfare.channel.simulator;

import dev.wayfare.channel.PhoneNumber;
import java.time.Instant;

/// What a phone and one of our numbers have said to each other, in short.
record SimulatorThread(PhoneNumber other, int messages, Instant lastAt) {}
