package dev.wayfare.channel.web;

import dev.wayfare.flow.Theme;
import dev.wayfare.flow.page.PageView;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

/// Draws pages: a journey's own, and those that ask nothing.
final class Pages {

  private final TemplateEngine templates;
  private final Sheets sheets;
  private final Limits limits;
  private final Markdown markdown = new Markdown();

  Pages(TemplateEngine templates, Sheets sheets, Limits limits) {
    this.templates = templates;
    this.sheets = sheets;
    this.limits = limits;
  }

  Out.Page page(PageView view, String journey, long revision) {
    var title = view.refused() ? word(view.theme(), "error") + ": " + view.title() : view.title();
    var sheet = sheets.sheet(view.theme(), title, journey, revision);
    var html = draw("customer/page.jte", new Showing(view, sheet, markdown, limits));
    return new Out.Page(html, sheet);
  }

  Out.Page nothingHere(Theme theme, String journey, long revision) {
    var sheet = sheets.sheet(theme, word(theme, "nothing.title"), journey, revision);
    return closing(sheet, "clock", sheet.title(), paragraph(word(theme, "nothing.text")), "");
  }

  Out.Page ended(Seen.Ended ended) {
    var theme = ended.theme();
    var title = or(ended.title(), word(theme, "ended.title"));
    var text = or(ended.text(), ended.title().isBlank() ? word(theme, "ended.text") : "");
    return closing(sheets.sheet(theme, title, "", 0), "done", title, markdown.html(text), "");
  }

  Out.Page expired(Seen.Expired expired) {
    var theme = expired.theme();
    var title = or(expired.title(), word(theme, "expired.title"));
    var text = or(expired.text(), word(theme, "expired.text"));
    return closing(sheets.sheet(theme, title, "", 0), "expired", title, markdown.html(text), "");
  }

  Out.Page erred(Seen.Erred erred) {
    var theme = erred.theme();
    var title = word(theme, "erred.title");
    var text = or(erred.answer(), word(theme, "erred.text"));
    return closing(sheets.sheet(theme, title, "", 0), "alert", title, paragraph(text), "");
  }

  Out.Page paused(Theme theme, String message) {
    var title = word(theme, "paused.title");
    var sheet = sheets.sheet(theme, title, "", 0);
    return closing(sheet, "unpublished", title, paragraph(message), "");
  }

  /// One of our own: `unpublished`, `unknown`, `elsewhere`, `foreign`, `large`, `later`, `preview`.
  Out.Page own(String name, Theme theme, String begin) {
    var words = sheets.words(theme);
    var title = words.say(name + ".title");
    var text = words.say(name + ".text", Limits.words(limits.fileBytes()));
    return closing(sheets.sheet(theme, title, "", 0), name, title, paragraph(text), begin);
  }

  String word(Theme theme, String key) {
    return sheets.words(theme).say(key);
  }

  /// Why a file was refused, in the words of the page.
  String refusal(Theme theme, Upload upload) {
    var words = sheets.words(theme);
    return switch (upload) {
      case Upload.Kept kept -> kept.name();
      case Upload.TooLarge large -> words.say("files.large", Limits.words(large.most()));
      case Upload.Empty _ -> words.say("files.empty");
      case Upload.WrongType wrong -> words.say("files.type", wrong.types());
      case Upload.NotNow _ -> words.say("files.later");
    };
  }

  private Out.Page closing(Sheet sheet, String mark, String title, String html, String begin) {
    var drawn = draw("customer/closing.jte", new Closing(sheet, mark, title, html, begin));
    return new Out.Page(drawn, sheet);
  }

  private String paragraph(String text) {
    return markdown.html(text);
  }

  private String draw(String template, Object model) {
    var out = new StringOutput(16_384);
    templates.render(template, model, out);
    return out.toString();
  }

  private static String or(String given, String otherwise) {
    return given.isBlank() ? otherwise : given;
  }
}
