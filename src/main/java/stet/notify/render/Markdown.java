package stet.notify.render;

import java.util.List;
import java.util.regex.Pattern;
import stet.notify.Change.Mark;
import stet.notify.Message;
import stet.text.Truncation;

/** Messages as the Markdown that Mattermost and Discord read. */
public enum Markdown {
  /** Its dialect unescapes these and no others. */
  MATTERMOST("\\`*{}[]()#+-.!_>~|"),
  /** A backslash before any mark (support.discord.com, “Markdown Text 101”). */
  DISCORD("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~");

  private static final int EXCERPT = 600;
  private static final Pattern ENTITY = Pattern.compile("&(?=#?[A-Za-z0-9]{1,32};)");

  private final String escaped;

  Markdown(String escaped) {
    this.escaped = escaped;
  }

  /**
   * All of it.
   *
   * @param most UTF-16 units; findings that do not fit are counted instead
   */
  public String of(Message message, int most) {
    Outline outline = Outline.of(message);
    StringBuilder out = new StringBuilder("**" + text(outline.heading()) + "**\n");
    line(out, "**", outline.opening(), "**");
    String foot = foot(outline);
    List<String> items = items(outline.items(), most - out.length() - foot.length() - 40);
    items.forEach(item -> out.append('\n').append(item));
    if (items.size() < outline.items().size()) {
      out.append("\n… and ").append(outline.items().size() - items.size()).append(" more\n");
    }
    return out.append(foot).toString();
  }

  /**
   * Findings in lines each, told as fully as all of them fit; the first of them where they do not
   * fit at all. Cut Markdown could leave a mark open.
   *
   * @param most UTF-16 units, with one more for each
   */
  List<String> items(List<Item> items, int most) {
    List<List<String>> ways =
        List.of(
            items.stream().map(this::all).toList(),
            items.stream().map(this::least).toList(),
            items.stream().map(this::named).toList());
    for (List<String> way : ways) {
      if (fitting(way, most) == items.size()) {
        return way;
      }
    }
    List<String> named = ways.get(2);
    return named.subList(0, fitting(named, most));
  }

  private static int fitting(List<String> texts, int most) {
    int left = most;
    int fit = 0;
    for (String text : texts) {
      left -= text.length() + 1;
      if (left < 0) {
        return fit;
      }
      fit++;
    }
    return fit;
  }

  /** How it was labelled, where, and a link. */
  private String named(Item item) {
    StringBuilder out = new StringBuilder();
    if (!item.labels().isEmpty()) {
      out.append("**").append(text(item.labels().get(0).name())).append("** ");
    }
    String lead = item.lead().isEmpty() ? item.sentence() : item.lead();
    out.append(text(Truncation.shortened(lead, 100))).append(' ');
    if (!item.standing().isEmpty()) {
      out.append("**").append(text(Truncation.shortened(item.standing(), 60))).append("** ");
    }
    return out.append(link("More of it", item.link().isEmpty() ? item.uri() : item.link()))
        .append('\n')
        .toString();
  }

  private String foot(Outline outline) {
    StringBuilder out = new StringBuilder("\n");
    line(out, "", Truncation.shortened(outline.omitted(), 200), "");
    line(out, "", Truncation.shortened(outline.reason(), 300), "");
    line(out, "", outline.foot(), "");
    return out.toString();
  }

  /** The heading, escaped. */
  public String heading(Message message) {
    return text(Outline.heading(message));
  }

  private String least(Item item) {
    StringBuilder out = new StringBuilder();
    line(out, "**", Truncation.shortened(item.lead(), 120), "**");
    line(out, "", Truncation.shortened(item.sentence(), 400), "");
    line(out, "**", Truncation.shortened(item.standing(), 200), "**");
    if (!item.excerpt().isEmpty()) {
      out.append("> ")
          .append(marked(Excerpts.apart(Excerpts.fit(item.excerpt(), 200))))
          .append("\n\n");
    }
    line(out, "", item.when().isEmpty() ? "" : "When: " + item.when() + ".", "");
    String link = item.link().isEmpty() ? item.uri() : item.link();
    return out.append(link.isEmpty() ? "" : link("More of it", link) + "\n").toString();
  }

  private String all(Item item) {
    StringBuilder out = new StringBuilder();
    line(out, "**", item.lead(), "**");
    line(out, "", item.sentence(), "");
    line(out, "**", item.standing(), "**");
    if (!item.excerpt().isEmpty()) {
      out.append("> ")
          .append(marked(Excerpts.apart(Excerpts.fit(item.excerpt(), EXCERPT))))
          .append("\n\n");
    }
    line(out, "", item.amount(), "");
    line(out, "", item.when().isEmpty() ? "" : "When: " + item.when() + ".", "");
    for (Item.Tagged label : item.labels()) {
      out.append("**").append(text(label.name())).append("**");
      line(out, "", label.meaning().isEmpty() ? " " : ": " + label.meaning(), "");
    }
    line(out, "Not counted as an edit of the story: ", item.leftOut(), "");
    line(out, "Words asked for: ", item.words(), "");
    for (Item.Also also : item.alike()) {
      line(
          out,
          "The same edit: ",
          also.lead(),
          also.uri().isEmpty() ? "" : " " + link("page", also.uri()));
    }
    String links =
        (link("All of the change", item.link())
                + " "
                + link("The article at the publisher", item.uri()))
            .strip();
    return out.append(links).append(links.isEmpty() ? "" : "\n").toString();
  }

  private static String link(String name, String uri) {
    // Parentheses are percent-encoded in what WebLinks gives, so none can end the address early.
    return uri.isEmpty() ? "" : "[" + name + "](" + uri + ")";
  }

  private void line(StringBuilder out, String before, String text, String after) {
    if (!text.isEmpty()) {
      out.append(before).append(text(text)).append(after).append('\n');
    }
  }

  private String marked(List<Mark> excerpt) {
    StringBuilder out = new StringBuilder();
    for (Mark mark : excerpt) {
      Excerpts.Parted piece = Excerpts.Parted.of(mark.text());
      String sign =
          switch (mark.kind()) {
            case KEPT -> "";
            case REMOVED -> "~~";
            case ADDED -> "**";
          };
      out.append(piece.before());
      if (!piece.inner().isEmpty()) {
        out.append(sign).append(text(piece.inner())).append(sign);
      }
      out.append(piece.after());
    }
    return out.toString().strip();
  }

  /** A text in which no mark means anything. */
  private String text(String inert) {
    String parted = this == MATTERMOST ? ENTITY.matcher(inert).replaceAll("&\u2060") : inert;
    StringBuilder out = new StringBuilder(parted.length() + 16);
    for (int i = 0; i < parted.length(); i++) {
      char c = parted.charAt(i);
      out.append(escaped.indexOf(c) >= 0 ? "\\" : "").append(c);
    }
    return out.toString();
  }
}
