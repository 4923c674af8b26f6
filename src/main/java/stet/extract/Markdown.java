package stet.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;
import stet.article.Block;
import stet.article.Image;

/**
 * Markdown to blocks: headings, lists, quotes, paragraphs; links and emphasis leave their words.
 */
final class Markdown {
  private static final Pattern HEADING = Pattern.compile("^ {0,3}(#{1,6})\\s+(.*?)\\s*#*$");
  private static final Pattern UNDERLINE = Pattern.compile("^ {0,3}(=+|-{2,})\\s*$");
  private static final Pattern RULE =
      Pattern.compile("^ {0,3}(?:(?:\\* ?){3,}|(?:_ ?){3,}|(?:- ?){3,})$");
  private static final Pattern ITEM = Pattern.compile("^(\\s*)([*+-]|\\d{1,3}[.)])\\s+(.*)$");
  private static final Pattern REFERENCE = Pattern.compile("^ {0,3}\\[[^\\]]+\\]:\\s*\\S+.*$");
  private static final Pattern FENCE = Pattern.compile("^ {0,3}(?:```|~~~).*$");
  // No part may run over an opening mark of its own kind: a page of marks would take for ever.
  private static final Pattern IMAGE =
      Pattern.compile("!\\[([^\\[\\]]{0,500})\\]\\(\\s*([^\\s()]{1,1000})[^()]{0,300}\\)");
  private static final Pattern TEMPLATE =
      Pattern.compile("\\{\\{[^{}]{0,1000}\\}\\}|\\{%[^{}]{0,1000}%\\}");
  private static final Pattern TAG = Pattern.compile("<!--.*?-->|</?[A-Za-z][^<>]{0,400}>");
  private static final Pattern AUTOLINK =
      Pattern.compile("<(https?://[^>\\s]+|[^>\\s]+@[^>\\s]+)>");
  private static final Pattern STRONG =
      Pattern.compile("(\\*\\*\\*|\\*\\*|__|~~)(?=\\S)(.+?)(?<=\\S)\\1");
  private static final Pattern EMPHASIS =
      Pattern.compile("(?<![\\p{L}\\p{N}*_])([*_])(?=\\S)([^*_]+?)(?<=\\S)\\1(?![\\p{L}\\p{N}])");
  private static final Pattern CODE = Pattern.compile("(`+)(.+?)\\1");
  private static final Pattern ESCAPE = Pattern.compile("\\\\([!-/:-@\\[-`{-~])");

  private static final int LONGEST_RULE = 200;

  /** Longer paragraphs are taken as they stand. */
  private static final int LONGEST = 100_000;

  private final List<Block> blocks = new ArrayList<>();
  private final List<Image> images = new ArrayList<>();
  private final StringBuilder paragraph = new StringBuilder();
  private Shape shape = Shape.PARAGRAPH;
  private boolean fenced;

  private enum Form {
    TEXT,
    QUOTE,
    BULLET,
    NUMBERED
  }

  private record Shape(Form form, int depth) {
    static final Shape PARAGRAPH = new Shape(Form.TEXT, 0);
  }

  private Markdown() {}

  static Markdown parse(String text) {
    Markdown markdown = new Markdown();
    withoutComments(text).lines().forEach(markdown::line);
    markdown.flush();
    return markdown;
  }

  private static String withoutComments(String text) {
    StringBuilder out = new StringBuilder(text.length());
    int from = 0;
    for (int open = text.indexOf("<!--"); open >= 0; open = text.indexOf("<!--", from)) {
      int close = text.indexOf("-->", open);
      if (close < 0) {
        break;
      }
      out.append(text, from, open);
      from = close + 3;
    }
    return out.append(text, from, text.length()).toString();
  }

  List<Block> blocks() {
    return blocks;
  }

  List<Image> images() {
    return images;
  }

  private void line(String line) {
    if (FENCE.matcher(line).matches()) {
      flush();
      fenced = !fenced;
      return;
    }
    Matcher heading = HEADING.matcher(line);
    Matcher underline = UNDERLINE.matcher(line);
    Matcher item = ITEM.matcher(line);
    if (line.isBlank() || REFERENCE.matcher(line).matches()) {
      flush();
    } else if (heading.matches() && !fenced) {
      flush();
      add(inline(heading.group(2)), heading.group(1).length());
    } else if (underline.matches() && shape.form == Form.TEXT && !paragraph.isEmpty()) {
      underlined(underline.group(1).startsWith("=") ? 1 : 2);
    } else if (line.length() < LONGEST_RULE && RULE.matcher(line).matches()) {
      flush();
    } else if (item.matches()) {
      flush();
      boolean numbered = Character.isDigit(item.group(2).charAt(0));
      shape = new Shape(numbered ? Form.NUMBERED : Form.BULLET, 1 + item.group(1).length() / 2);
      paragraph.append(item.group(3));
    } else if (line.stripLeading().startsWith(">")) {
      quote(line.stripLeading().substring(1));
    } else {
      paragraph.append(paragraph.isEmpty() ? "" : " ").append(line);
    }
  }

  private void underlined(int level) {
    String text = inline(paragraph.toString());
    paragraph.setLength(0);
    add(text, level);
  }

  private void quote(String rest) {
    if (shape.form != Form.QUOTE) {
      flush();
      shape = new Shape(Form.QUOTE, 0);
    }
    if (rest.isBlank()) {
      flush();
    } else {
      paragraph.append(paragraph.isEmpty() ? "" : " ").append(rest);
    }
  }

  private void add(String heading, int level) {
    if (!heading.isEmpty()) {
      blocks.add(new Block.Subhead(heading, level));
    }
  }

  private void flush() {
    String text = inline(paragraph.toString());
    paragraph.setLength(0);
    if (!text.isEmpty()) {
      blocks.add(
          switch (shape.form) {
            case TEXT -> new Block.Paragraph(text);
            case QUOTE -> new Block.Quote(text);
            case BULLET -> new Block.ListItem(text, shape.depth, false);
            case NUMBERED -> new Block.ListItem(text, shape.depth, true);
          });
    }
    shape = Shape.PARAGRAPH;
  }

  /** The words of a line without its marks. */
  private String inline(String raw) {
    if (raw.length() > LONGEST) {
      return Texts.clean(raw);
    }
    Matcher image = IMAGE.matcher(raw);
    while (image.find()) {
      images.add(new Image(image.group(2), Texts.clean(image.group(1))));
    }
    String text = IMAGE.matcher(raw).replaceAll("");
    text = TEMPLATE.matcher(text).replaceAll("");
    text = MarkdownLinks.words(text);
    text = AUTOLINK.matcher(text).replaceAll("$1");
    text = TAG.matcher(text).replaceAll("");
    for (Pattern marks : List.of(STRONG, STRONG, EMPHASIS, EMPHASIS, CODE)) {
      text = marks.matcher(text).replaceAll("$2");
    }
    text = ESCAPE.matcher(text).replaceAll("$1");
    return Texts.clean(Parser.unescapeEntities(text, false));
  }
}
