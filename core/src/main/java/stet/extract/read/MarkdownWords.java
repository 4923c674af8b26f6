package stet.extract.read;

import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import stet.article.Image;
import stet.text.CleanText;

/** The words of one block of Markdown without its marks; pictures are put aside. */
final class MarkdownWords extends AbstractVisitor {
  /** Struck words (GitHub's dialect) are words. */
  private static final Pattern STRUCK = Pattern.compile("~~(?=\\S)([^~]{1,1000})(?<=\\S)~~");

  private static final Pattern BREAK = Pattern.compile("<br\\s*/?>", Pattern.CASE_INSENSITIVE);

  private final StringBuilder words = new StringBuilder();
  private final List<Image> images;

  private MarkdownWords(List<Image> images) {
    this.images = images;
  }

  /**
   * Reads a block.
   *
   * @param images gets the pictures in it
   */
  static String of(Node block, List<Image> images) {
    MarkdownWords visitor = new MarkdownWords(images);
    block.accept(new Children(visitor));
    return STRUCK.matcher(visitor.words).replaceAll("$1");
  }

  /** Enters a block of any kind. */
  private static final class Children extends AbstractVisitor {
    private final MarkdownWords inside;

    Children(MarkdownWords inside) {
      this.inside = inside;
    }

    @Override
    protected void visitChildren(Node parent) {
      inside.visitChildren(parent);
    }
  }

  @Override
  public void visit(Text text) {
    words.append(text.getLiteral());
  }

  @Override
  public void visit(Code code) {
    words.append(code.getLiteral());
  }

  @Override
  public void visit(SoftLineBreak line) {
    words.append('\n');
  }

  @Override
  public void visit(HtmlInline markup) {
    if (BREAK.matcher(markup.getLiteral()).matches()) {
      words.append(' ');
    }
  }

  @Override
  public void visit(HardLineBreak line) {
    words.append('\n');
  }

  @Override
  public void visit(org.commonmark.node.Image image) {
    MarkdownWords alt = new MarkdownWords(images);
    alt.visitChildren(image);
    images.add(new Image(image.getDestination(), CleanText.of(alt.words.toString())));
  }
}
