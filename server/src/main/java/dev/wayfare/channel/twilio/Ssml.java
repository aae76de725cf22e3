package dev.wayfare.channel.twilio;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// A fragment of speech markup, read and written anew: only elements that Twilio takes inside
/// `Say`, where it takes them. Anything else is no markup, and the plain text is said instead.
record Ssml(List<Part> parts) {

  sealed interface Part {}

  record Words(String text) implements Part {}

  record Element(String name, Map<String, String> attributes, List<Part> parts) implements Part {}

  private static final Map<String, Set<String>> ATTRIBUTES =
      Map.of(
          "break", Set.of("strength", "time"),
          "emphasis", Set.of("level"),
          "lang", Set.of("xml:lang"),
          "p", Set.of(),
          "phoneme", Set.of("alphabet", "ph"),
          "prosody", Set.of("volume", "rate", "pitch"),
          "s", Set.of(),
          "say-as", Set.of("interpret-as", "format"),
          "sub", Set.of("alias"),
          "w", Set.of("role"));

  private static final Set<String> SPOKEN =
      Set.of("break", "emphasis", "lang", "phoneme", "prosody", "say-as", "sub", "w");

  /// What may stand in what; whatever is not here holds words only.
  private static final Map<String, Set<String>> INSIDE =
      Map.of(
          "speak", ATTRIBUTES.keySet(),
          "p", plus(SPOKEN, "s"),
          "s", SPOKEN,
          "emphasis", SPOKEN,
          "lang", plus(SPOKEN, "p", "s"),
          "prosody", plus(SPOKEN, "p", "s"),
          "w", Set.of("break", "emphasis", "phoneme", "prosody", "say-as", "sub"));

  private static final int DEEPEST = 20;

  static Optional<Ssml> read(String fragment) {
    if (fragment.isBlank()) {
      return Optional.empty();
    }
    var factory = XMLInputFactory.newInstance();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    try {
      var reader =
          factory.createXMLStreamReader(new StringReader("<speak>" + fragment + "</speak>"));
      reader.next();
      var parts = parts(reader, "speak", 0);
      var ended = reader.next() == XMLStreamConstants.END_DOCUMENT;
      return ended ? parts.map(Ssml::new) : Optional.empty();
    } catch (XMLStreamException _) {
      return Optional.empty();
    }
  }

  void write(Xml xml) {
    parts.forEach(part -> write(part, xml));
  }

  private static void write(Part part, Xml xml) {
    switch (part) {
      case Words(var text) -> xml.text(text);
      case Element(var name, var attributes, var inside) -> {
        xml.open(name);
        attributes.forEach(xml::with);
        inside.forEach(it -> write(it, xml));
        xml.close();
      }
    }
  }

  private static Optional<List<Part>> parts(XMLStreamReader reader, String within, int depth)
      throws XMLStreamException {
    var parts = new ArrayList<Part>();
    while (reader.next() != XMLStreamConstants.END_ELEMENT) {
      if (reader.isStartElement()) {
        var element = element(reader, within, depth);
        if (element.isEmpty()) {
          return Optional.empty();
        }
        parts.add(element.get());
      } else if (reader.isCharacters()) {
        parts.add(new Words(reader.getText()));
      }
    }
    return Optional.of(parts);
  }

  private static Optional<Element> element(XMLStreamReader reader, String within, int depth)
      throws XMLStreamException {
    var name = reader.getLocalName();
    if (depth > DEEPEST || !INSIDE.getOrDefault(within, Set.of()).contains(name)) {
      return Optional.empty();
    }
    var attributes = new TreeMap<String, String>();
    for (var i = 0; i < reader.getAttributeCount(); i++) {
      var attribute = reader.getAttributeLocalName(i);
      if (!ATTRIBUTES.getOrDefault(name, Set.of()).contains(attribute)) {
        return Optional.empty();
      }
      attributes.put(attribute, reader.getAttributeValue(i));
    }
    return parts(reader, name, depth + 1).map(inside -> new Element(name, attributes, inside));
  }

  private static Set<String> plus(Set<String> some, String... more) {
    var all = new HashSet<>(some);
    all.addAll(List.of(more));
    return Set.copyOf(all);
  }
}
