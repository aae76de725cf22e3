package dev.wayfare.runtime;

import dev.wayfare.flow.Outcome;
import dev.wayfare.flow.Request;
import dev.wayfare.flow.Trouble;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.transaction.support.TransactionOperations;

/// Remembers a turn. One that asks the records is run to its end inside a transaction, and its
/// statement is the last of it: the records and the journey change together or not at all. All
/// others are one statement.
final class Remembering {
  private static final int MOST_RECORDS = 1_000;

  private final JourneyStore journeys;
  private final RecordsDoor records;
  private final TransactionOperations transactions;
  private final Turns turns;

  Remembering(
      JourneyStore journeys, RecordsDoor records, TransactionOperations transactions, Turns turns) {
    this.journeys = journeys;
    this.records = records;
    this.transactions = transactions;
    this.turns = turns;
  }

  /// The whole turn; empty when somebody else was first and nothing is written.
  Optional<Turns.Ran> remember(
      Turns.Ran ran, boolean attended, Function<Turns.Ran, Commit> commit) {
    if (ran.records().isEmpty()) {
      return journeys.commit(commit.apply(ran)) ? Optional.of(ran) : Optional.empty();
    }
    return transactions.execute(
        transaction -> {
          var whole = throughRecords(ran, attended);
          if (journeys.commit(commit.apply(whole))) {
            return Optional.of(whole);
          }
          transaction.setRollbackOnly();
          return Optional.empty();
        });
  }

  private Turns.Ran throughRecords(Turns.Ran first, boolean attended) {
    var ran = first;
    for (var asked = 1; !ran.records().isEmpty(); asked++) {
      if (asked > 2 * MOST_RECORDS) {
        throw new IllegalStateException("a turn asks its records without an end");
      }
      ran = turns.goOn(ran, asked > MOST_RECORDS ? tooMany() : answer(ran), attended);
    }
    return ran;
  }

  private Outcome answer(Turns.Ran ran) {
    var request = (Request.Records) ran.records().getFirst().request();
    return records.perform(ran.release(), ran.turn().journey().id(), request, ran.at());
  }

  private static Outcome tooMany() {
    return new Outcome.Failed(
        Trouble.BUDGET, "more than " + MOST_RECORDS + " requests to records in one turn");
  }
}
