package stet.cli.print;

import java.util.regex.Pattern;
import stet.app.edits.ToldEdit;
import stet.cli.console.Console;
import stet.cli.console.Plain;
import stet.diff.Delta;
import stet.track.Edits;

/** Edits as a list in Markdown (CommonMark), old words struck as GitHub and others have it. */
final class EditMarkdownPrinter implements EditPrinter {
  private static final Pattern SIGN = Pattern.compile("[\\\\`*_{}\\[\\]()<>#+!|~&@:.-]");

  private final Console console;
  private final Look look;

  EditMarkdownPrinter(Console console, Look look) {
    this.console = console;
    this.look = look;
  }

  @Override
  public void heading(String text) {
    console.out().println();
    console.out().println(text + ":");
    console.out().println();
  }

  @Override
  public void print(Edits.Edit edit) {
    ToldEdit told = ToldEdit.of(edit);
    String uri = told.article().uri();
    String headline = escaped(LogPrinter.headline(edit.timeline()));
    StringBuilder line = new StringBuilder("- ");
    line.append(uri.startsWith("http") ? "[" + headline + "](<" + target(uri) + ">)" : headline);
    line.append(", ").append(escaped(told.article().outlet()));
    line.append(", ")
        .append(EditPrinter.window(edit.revised().window(), look.zone()))
        .append(" (")
        .append(look.zone())
        .append("), ");
    line.append(told.labels());
    if (!told.excerpt().deltas().isEmpty()) {
      line.append(": ");
      told.excerpt().deltas().forEach(d -> line.append(marked(d)));
    }
    console.out().println(line.toString().stripTrailing());
    if (look.explained()) {
      console.out().println("  - " + escaped(told.explained()));
    }
  }

  private static String marked(Delta delta) {
    return switch (delta.kind()) {
      case KEPT, RESPELLED -> escaped(delta.after());
      case DELETED, MOVED_FROM -> around("~~", delta.before());
      case INSERTED, MOVED_TO -> around("**", delta.after());
    };
  }

  /** No blank may stand inside of a mark. */
  private static String around(String mark, String text) {
    String line = Plain.line(text);
    String bare = line.strip();
    if (bare.isEmpty()) {
      return line;
    }
    int at = line.indexOf(bare);
    String after = line.substring(at + bare.length());
    return line.substring(0, at) + mark + escaped(bare) + mark + after;
  }

  /** What a page says is text and never markup. */
  static String escaped(String text) {
    return SIGN.matcher(Plain.line(text)).replaceAll("\\\\$0");
  }

  private static String target(String uri) {
    return Plain.line(uri).replace("<", "%3C").replace(">", "%3E").replace("\\", "%5C");
  }
}
