/// A carrier made of phones on a screen, with receipts and faults on demand; it uses the same doors
/// as a real one.
/// It may know the contract in package channel and flow's nouns, and no other adapter.
/// Read [dev.wayfare.channel.simulator.Simulator] first, for texts, then
/// [dev.wayfare.channel.simulator.SimulatorCalls].
@NullMarked
package dev.wayfare.channel.simulator;

import org.jspecify.annotations.NullMarked;
