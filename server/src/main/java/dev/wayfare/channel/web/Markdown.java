package dev.wayfare.channel.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/// Markdown as HTML that can do no harm: HTML in it is shown as written, a link goes to `https:`,
/// `mailto:` or `tel:` or is only words, an image is its words, a heading never rivals the page's.
final class Markdown {

  private static final List<String> SCHEMES = List.of("https:", "mailto:", "tel:");

  private final Parser parser = Parser.builder().build();
  private final HtmlRenderer renderer =
      HtmlRenderer.builder()
          .escapeHtml(true)
          .softbreak("<br>")
          .attributeProviderFactory(_ -> Markdown::openElsewhere)
          .build();

  String html(String source) {
    var document = parser.parse(source);
    document.accept(new Tamer());
    return renderer.render(document);
  }

  static boolean mayLink(String address) {
    var lower = address.strip().toLowerCase(Locale.ROOT);
    return SCHEMES.stream().anyMatch(lower::startsWith);
  }

  /// Web links open beside the page, so that nothing typed is lost.
  private static void openElsewhere(Node node, String tag, Map<String, String> attributes) {
    if (node instanceof Link) {
      attributes.put("rel", "noopener noreferrer");
      if (attributes.getOrDefault("href", "").toLowerCase(Locale.ROOT).startsWith("https:")) {
        attributes.put("target", "_blank");
      }
    }
  }

  private static final class Tamer extends AbstractVisitor {

    @Override
    public void visit(Link link) {
      visitChildren(link);
      if (!mayLink(link.getDestination())) {
        unwrap(link);
      }
    }

    @Override
    public void visit(Image image) {
      visitChildren(image);
      unwrap(image);
    }

    @Override
    public void visit(Heading heading) {
      heading.setLevel(heading.getLevel() <= 2 ? 2 : 3);
      visitChildren(heading);
    }

    private static void unwrap(Node node) {
      for (var child = node.getFirstChild(); child != null; child = node.getFirstChild()) {
        node.insertBefore(child);
      }
      node.unlink();
    }
  }
}
