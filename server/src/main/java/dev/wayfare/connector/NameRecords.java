package dev.wayfare.connector;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.ExtendedResolver;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

/// What the domain name system says of a name today: no memory of ours, and none of Java's.
public final class NameRecords {
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final int TRIES = 2;

  private final NameServers servers;

  public NameRecords(NameServers servers) {
    this.servers = servers;
  }

  /// What came of a question.
  public sealed interface Answer {
    /// Empty where the name has no such record, or is not there at all.
    record Records(List<String> values) implements Answer {
      public Records {
        values = List.copyOf(values);
      }
    }

    /// Nobody answered, so nothing is known: a sentence that says why.
    record Silent(String why) implements Answer {}
  }

  /// The texts at this name.
  public Answer texts(String name) {
    return ask(name, Type.TXT);
  }

  /// Where a name leads, as its owner would read it in their settings; empty where nobody answers.
  public List<String> leadsTo(String name) {
    return Stream.of(Type.CNAME, Type.A, Type.AAAA)
        .flatMap(
            type ->
                switch (ask(name, type)) {
                  case Answer.Records(var values) -> values.stream();
                  case Answer.Silent _ -> Stream.empty();
                })
        .toList();
  }

  private Answer ask(String name, int type) {
    try {
      var question = Record.newRecord(Name.fromString(name, Name.root), type, DClass.IN);
      return read(resolver().send(Message.newQuery(question)), type);
    } catch (IOException _) {
      return new Answer.Silent("No name server answered in time.");
    }
  }

  private static Answer read(Message answer, int type) {
    return switch (answer.getRcode()) {
      case Rcode.NOERROR ->
          new Answer.Records(
              answer.getSection(Section.ANSWER).stream()
                  .filter(found -> found.getType() == type)
                  .map(NameRecords::plain)
                  .toList());
      case Rcode.NXDOMAIN -> new Answer.Records(List.of());
      default ->
          new Answer.Silent(
              "The name server answered %s.".formatted(Rcode.string(answer.getRcode())));
    };
  }

  /// A long text comes in pieces.
  private static String plain(Record found) {
    return switch (found) {
      case TXTRecord text -> String.join("", text.getStrings());
      case CNAMERecord other -> other.getTarget().toString(true);
      case ARecord place -> place.getAddress().getHostAddress();
      case AAAARecord place -> place.getAddress().getHostAddress();
      default -> found.rdataToString();
    };
  }

  private Resolver resolver() {
    var named = servers.sockets().stream().<Resolver>map(SimpleResolver::new).toList();
    var resolver = named.isEmpty() ? new ExtendedResolver() : new ExtendedResolver(named);
    resolver.setRetries(TRIES);
    for (var each : resolver.getResolvers()) {
      each.setTimeout(PATIENCE);
    }
    return resolver;
  }
}
