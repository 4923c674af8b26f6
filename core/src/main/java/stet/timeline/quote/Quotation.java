package stet.timeline.quote;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import stet.article.ArticleContent;
import stet.article.ArticleHead;
import stet.article.ArticleVersion;
import stet.article.Block;
import stet.article.Caption;
import stet.article.Image;
import stet.diff.Delta;
import stet.diff.Hunk;
import stet.diff.Revision;
import stet.diff.standard.Differs;
import stet.text.Truncation;
import stet.timeline.Entry;
import stet.timeline.SeenVersion;
import stet.timeline.Timeline;

/**
 * A timeline with the sentences that any of its revisions changed, one short sentence before and
 * behind them, and a sign for the rest. A sentence is shown in every version that has it or in
 * none, so that versions differ in what the publisher changed and in nothing else.
 */
final class Quotation {
  /** What stands for sentences that are left out. */
  static final String LEFT_OUT = "[…]";

  /** A sentence beside a changed one is shown up to that length, in UTF-16 units. */
  static final int CONTEXT = 200;

  /** Of a version with more words than this never more than two thirds are shown. */
  static final int WHOLE = 60;

  private static final int STANDFIRST = 300;

  private final Timeline timeline;
  private final Map<String, List<Sentences.Sentence>> cut = new LinkedHashMap<>();
  private final Set<String> shown = new LinkedHashSet<>();
  private final Sentences sentences;

  Quotation(Timeline timeline) {
    this.timeline = timeline;
    this.sentences =
        new Sentences(
            timeline.versions().isEmpty()
                ? ""
                : timeline.versions().get(timeline.versions().size() - 1).state().language());
  }

  Timeline quoted() {
    timeline.revisions().forEach(this::choose);
    timeline.versions().forEach(v -> bound(v.state()));
    List<SeenVersion> versions =
        timeline.versions().stream()
            .map(
                v ->
                    new SeenVersion(
                        v.number(),
                        quoted(v.state()),
                        v.first(),
                        v.lastSeen(),
                        v.checks(),
                        v.cut()))
            .toList();
    List<Entry> entries =
        timeline.entries().stream()
            .map(e -> e instanceof Entry.Revised r ? revised(r, versions) : e)
            .toList();
    return new Timeline(
        timeline.article(),
        versions,
        entries,
        timeline.captures(),
        timeline.shown(),
        timeline.weights());
  }

  private List<Sentences.Sentence> cut(String text) {
    return cut.computeIfAbsent(text, sentences::of);
  }

  private static List<Block> body(Timeline timeline, int version) {
    return timeline.versions().get(version - 1).state().body();
  }

  private void choose(Entry.Revised revised) {
    for (Hunk hunk : revised.revision().hunks()) {
      if (hunk.isChange()) {
        choose(hunk.before(), body(timeline, revised.version() - 1), hunk.deltas(), true);
        choose(hunk.after(), body(timeline, revised.version()), hunk.deltas(), false);
      }
    }
  }

  /** Blocks of one side are joined by a line feed in the texts of the deltas. */
  private void choose(List<Integer> blocks, List<Block> body, List<Delta> deltas, boolean before) {
    boolean[] changed = changed(deltas, before);
    int base = 0;
    for (int number : blocks) {
      String text = body.get(number).text();
      List<Sentences.Sentence> all = cut(text);
      for (int i = 0; i < all.size(); i++) {
        if (deltas.isEmpty() || any(changed, base + all.get(i).from(), base + all.get(i).to())) {
          show(all, i);
        }
      }
      base += text.length() + 1;
    }
  }

  /** Which places of one side a revision touched; where something is gone, the place beside it. */
  private static boolean[] changed(List<Delta> deltas, boolean before) {
    int length = deltas.stream().mapToInt(d -> (before ? d.before() : d.after()).length()).sum();
    boolean[] changed = new boolean[length + 2];
    int at = 0;
    for (Delta delta : deltas) {
      int end = at + (before ? delta.before() : delta.after()).length();
      if (delta.isChange()) {
        for (int i = Math.max(0, at - 1); i <= end; i++) {
          changed[i] = true;
        }
      }
      at = end;
    }
    return changed;
  }

  private static boolean any(boolean[] changed, int from, int to) {
    for (int i = from; i < Math.min(to, changed.length); i++) {
      if (changed[i]) {
        return true;
      }
    }
    return false;
  }

  private void show(List<Sentences.Sentence> all, int at) {
    shown.add(all.get(at).text());
    for (int beside : new int[] {at - 1, at + 1}) {
      if (beside >= 0 && beside < all.size() && all.get(beside).text().length() <= CONTEXT) {
        shown.add(all.get(beside).text());
      }
    }
  }

  /** Leaves the last sentences of a version out until enough of it is. */
  private void bound(ArticleVersion state) {
    List<String> all =
        state.body().stream()
            .flatMap(b -> cut(b.text()).stream())
            .map(Sentences.Sentence::text)
            .toList();
    int words = all.stream().mapToInt(Quotation::words).sum();
    int most = words <= WHOLE ? words : words * 2 / 3;
    int now = all.stream().filter(shown::contains).mapToInt(Quotation::words).sum();
    for (int i = all.size() - 1; i >= 0 && now > most; i--) {
      if (shown.remove(all.get(i))) {
        now = all.stream().filter(shown::contains).mapToInt(Quotation::words).sum();
      }
    }
  }

  private static int words(String text) {
    return text.split("\\s+").length;
  }

  private ArticleVersion quoted(ArticleVersion v) {
    return new ArticleVersion(
        new ArticleHead(
            v.headline(),
            Truncation.shortened(v.dek(), STANDFIRST),
            v.byline(),
            v.dateline(),
            v.section()),
        new ArticleContent(
            v.body().stream().map(this::quoted).toList(),
            v.captions().stream().map(this::quoted).toList(),
            v.images().stream().map(i -> new Image(i.url(), "")).toList(),
            v.liveBlog()),
        v.statements(),
        v.textLanguage(),
        v.canonicalUrl(),
        v.extractor());
  }

  /** A caption that all versions have did not change. */
  private Caption quoted(Caption caption) {
    boolean everywhere =
        timeline.versions().stream().allMatch(v -> v.state().captions().contains(caption));
    return everywhere ? new Caption(LEFT_OUT, caption.credit()) : caption;
  }

  private Block quoted(Block block) {
    String text = quoted(block.text());
    if (block instanceof Block.Subhead s) {
      return new Block.Subhead(text, s.level(), s.lang());
    } else if (block instanceof Block.ListItem i) {
      return new Block.ListItem(text, i.depth(), i.ordered(), i.lang());
    }
    return block instanceof Block.Quote q
        ? new Block.Quote(text, q.lang())
        : new Block.Paragraph(text, block.lang());
  }

  private String quoted(String text) {
    List<String> parts = new ArrayList<>();
    for (Sentences.Sentence sentence : cut(text)) {
      if (shown.contains(sentence.text())) {
        parts.add(sentence.text());
      } else if (parts.isEmpty() || !parts.get(parts.size() - 1).equals(LEFT_OUT)) {
        parts.add(LEFT_OUT);
      }
    }
    return parts.isEmpty() ? LEFT_OUT : parts.stream().collect(Collectors.joining(" "));
  }

  /** What was said of the whole texts stays said: labels and how many words changed. */
  private static Entry revised(Entry.Revised r, List<SeenVersion> versions) {
    Revision diff =
        Differs.standard()
            .diff(versions.get(r.version() - 2).state(), versions.get(r.version() - 1).state());
    return new Entry.Revised(
        r.version(),
        r.window(),
        new Revision(diff.hunks(), diff.fields(), r.revision().counts()),
        r.labels());
  }
}
