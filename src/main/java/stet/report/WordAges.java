package stet.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import stet.article.ArticleVersion;
import stet.article.Block;
import stet.diff.Delta;
import stet.diff.Hunk;
import stet.diff.Revision;

/**
 * Which version brought each stretch of a version's text, carried from version to version along the
 * deltas: what was kept, respelled or moved keeps its age.
 */
final class WordAges {
  /** A stretch of a block and the number of the version in which it was first seen. */
  record Span(String text, int version) {}

  private final List<List<Span>> blocks = new ArrayList<>();

  /** Begins with the first version, all of which is its own. */
  WordAges(ArticleVersion first) {
    for (Block block : first.body()) {
      blocks.add(List.of(new Span(block.text(), 1)));
    }
  }

  /** The stretches of a block, in order; they spell its text. */
  List<Span> block(int number) {
    return blocks.get(number);
  }

  /** Goes on to the next version. */
  void revise(Revision revision, ArticleVersion after, int version) {
    List<List<Span>> next = new ArrayList<>();
    for (Block block : after.body()) {
      next.add(List.of(new Span(block.text(), version)));
    }
    Map<Integer, List<Span>> moved = moved(revision);
    for (Hunk hunk : revision.hunks()) {
      if (hunk.after().isEmpty()) {
        continue;
      }
      List<List<Span>> grown = split(grow(hunk, version, moved));
      for (int i = 0; i < Math.min(grown.size(), hunk.after().size()); i++) {
        int block = hunk.after().get(i);
        // A hunk that does not spell the block would show words that were never there.
        if (text(grown.get(i)).equals(after.body().get(block).text())) {
          next.set(block, grown.get(i));
        }
      }
    }
    blocks.clear();
    blocks.addAll(next);
  }

  private List<Span> old(Hunk hunk) {
    List<Span> spans = new ArrayList<>();
    for (int number : hunk.before()) {
      if (!spans.isEmpty()) {
        spans.add(new Span("\n", 1));
      }
      spans.addAll(blocks.get(number));
    }
    return spans;
  }

  private Map<Integer, List<Span>> moved(Revision revision) {
    Map<Integer, List<Span>> moved = new HashMap<>();
    for (Hunk hunk : revision.hunks()) {
      Reader old = new Reader(old(hunk));
      for (Delta delta : hunk.deltas()) {
        List<Span> spans = old.take(delta.before().length());
        if (delta.kind() == Delta.Kind.MOVED_FROM) {
          moved.put(delta.move(), spans);
        }
      }
    }
    return moved;
  }

  private List<Span> grow(Hunk hunk, int version, Map<Integer, List<Span>> moved) {
    List<Span> grown = new ArrayList<>();
    Reader old = new Reader(old(hunk));
    for (Delta delta : hunk.deltas()) {
      List<Span> taken = old.take(delta.before().length());
      switch (delta.kind()) {
        case KEPT -> grown.addAll(taken);
        case RESPELLED -> grown.add(new Span(delta.after(), age(taken, version)));
        case INSERTED -> grown.add(new Span(delta.after(), version));
        case MOVED_TO -> {
          List<Span> from = moved.getOrDefault(delta.move(), List.of());
          boolean same = text(from).equals(delta.after());
          grown.addAll(same ? from : List.of(new Span(delta.after(), age(from, version))));
        }
        default -> {
          // Gone from here: no part of the new text.
        }
      }
    }
    return grown;
  }

  private static int age(List<Span> spans, int version) {
    return spans.stream().mapToInt(Span::version).max().orElse(version);
  }

  /** Cuts at line feeds, which stand for block boundaries, and joins stretches of one age. */
  private static List<List<Span>> split(List<Span> spans) {
    List<List<Span>> blocks = new ArrayList<>();
    List<Span> open = new ArrayList<>();
    for (Span span : spans) {
      String[] parts = span.text().split("\n", -1);
      for (int i = 0; i < parts.length; i++) {
        if (i > 0) {
          blocks.add(open);
          open = new ArrayList<>();
        }
        append(open, new Span(parts[i], span.version()));
      }
    }
    blocks.add(open);
    return blocks;
  }

  private static void append(List<Span> spans, Span span) {
    if (span.text().isEmpty()) {
      return;
    }
    int last = spans.size() - 1;
    if (last >= 0 && spans.get(last).version() == span.version()) {
      spans.set(last, new Span(spans.get(last).text() + span.text(), span.version()));
    } else {
      spans.add(span);
    }
  }

  private static String text(List<Span> spans) {
    StringBuilder text = new StringBuilder();
    spans.forEach(s -> text.append(s.text()));
    return text.toString();
  }

  /** Takes stretches off a text from its beginning. */
  private static final class Reader {
    private final List<Span> spans;
    private int next;
    private int within;

    Reader(List<Span> spans) {
      this.spans = spans;
    }

    List<Span> take(int length) {
      List<Span> taken = new ArrayList<>();
      int left = length;
      while (left > 0 && next < spans.size()) {
        Span span = spans.get(next);
        int end = Math.min(span.text().length(), within + left);
        taken.add(new Span(span.text().substring(within, end), span.version()));
        left -= end - within;
        within = end;
        if (within == span.text().length()) {
          next++;
          within = 0;
        }
      }
      return taken;
    }
  }
}
