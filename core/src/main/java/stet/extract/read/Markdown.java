package stet.extract.read;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;
import org.jsoup.Jsoup;
import stet.article.Block;
import stet.article.Image;
import stet.text.CleanText;

/**
 * Markdown (CommonMark) to blocks: headings, lists, quotes, tables, paragraphs; links and emphasis
 * leave their words.
 */
final class Markdown extends AbstractVisitor {
  /**
   * Kinds of blocks in CommonMark's order, in which they are tried: of a line of dashes below text
   * the first makes a heading, and any later one a rule. Indented lines are no code: in articles
   * they are HTML that a blank line cut in two.
   */
  private static final List<Class<? extends org.commonmark.node.Block>> BLOCKS =
      List.of(
          BlockQuote.class,
          Heading.class,
          FencedCodeBlock.class,
          HtmlBlock.class,
          ThematicBreak.class,
          ListBlock.class);

  // A page of marks must not nest until the stack ends.
  private static final Parser PARSER =
      Parser.builder()
          .enabledBlockTypes(new LinkedHashSet<>(BLOCKS))
          .maxOpenBlockParsers(100)
          .maxInlineNesting(100)
          .build();

  /** Marks of site generators, which readers never see; in a link's target they would break it. */
  private static final Pattern TEMPLATE =
      Pattern.compile("\\{\\{[^{}]{0,1000}\\}\\}|\\{%[^{}]{0,1000}%\\}");

  private final List<Block> blocks = new ArrayList<>();
  private final List<Image> images = new ArrayList<>();
  private int depth;
  private boolean numbered;
  private boolean quoted;

  private Markdown() {}

  static Markdown parse(String text) {
    Markdown markdown = new Markdown();
    PARSER.parse(TEMPLATE.matcher(text).replaceAll("")).accept(markdown);
    return markdown;
  }

  List<Block> blocks() {
    return blocks;
  }

  List<Image> images() {
    return images;
  }

  @Override
  public void visit(Heading heading) {
    String text = words(heading);
    if (!text.isEmpty()) {
      blocks.add(new Block.Subhead(text, heading.getLevel()));
    }
  }

  @Override
  public void visit(Paragraph paragraph) {
    String words = MarkdownWords.of(paragraph, images);
    List<Block> rows = MarkdownTable.rows(words);
    if (rows.isEmpty()) {
      add(CleanText.of(words), paragraph.getParent() instanceof ListItem);
    } else {
      blocks.addAll(rows);
    }
  }

  @Override
  public void visit(FencedCodeBlock code) {
    add(CleanText.of(code.getLiteral()), false);
  }

  @Override
  public void visit(HtmlBlock html) {
    add(CleanText.of(Jsoup.parse(html.getLiteral()).text()), false);
  }

  @Override
  public void visit(BulletList list) {
    list(list, false);
  }

  @Override
  public void visit(OrderedList list) {
    list(list, true);
  }

  private void list(ListBlock list, boolean ordered) {
    boolean outer = numbered;
    numbered = ordered;
    depth++;
    visitChildren(list);
    depth--;
    numbered = outer;
  }

  @Override
  public void visit(BlockQuote quote) {
    boolean outer = quoted;
    quoted = true;
    visitChildren(quote);
    quoted = outer;
  }

  private void add(String text, boolean item) {
    if (text.isEmpty()) {
      return;
    }
    blocks.add(
        item
            ? new Block.ListItem(text, depth, numbered)
            : quoted ? new Block.Quote(text) : new Block.Paragraph(text));
  }

  private String words(Node block) {
    return CleanText.of(MarkdownWords.of(block, images));
  }
}
