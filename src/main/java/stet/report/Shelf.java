package stet.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import stet.capture.Digest;

/** The articles of a site: sums and what orders them in memory, their lines in the ledger. */
final class Shelf {
  private final Ledger ledger;
  private final Totals all = new Totals();
  private final TreeMap<String, Totals> byOutlet = new TreeMap<>();
  private final TreeSet<String> extractors = new TreeSet<>();
  private final List<ArticleRef> refs = new ArrayList<>();
  private final Map<String, String> outlets = new HashMap<>();

  Shelf(Ledger ledger) {
    this.ledger = ledger;
  }

  /** Takes an article up whose pages are there. */
  void add(Made made, Made.Note note) throws IOException {
    ArticleLine line = note.line();
    String outlet = outlets.computeIfAbsent(line.article().outlet(), o -> o);
    all.add(line);
    byOutlet.computeIfAbsent(outlet, o -> new Totals()).add(line);
    extractors.addAll(note.extractors());
    refs.add(
        new ArticleRef(
            line.article().key(),
            outlet,
            line.headline().text(),
            line.changed(),
            line.last(),
            ArticleRef.Peak.of(line.telling()),
            line.lately().stream().map(ArticleRef.Peak::of).toList(),
            line.revisions(),
            line.silent(),
            Digest.of(made.seal().content() + note).hex().substring(0, 16),
            ledger.add(made)));
  }

  /** All articles in the order of their keys. */
  List<ArticleRef> all() {
    return refs.stream().sorted(Comparator.comparing(ArticleRef::key)).toList();
  }

  /** The articles of each outlet, in the order of their keys. */
  Map<String, List<ArticleRef>> byOutlet() {
    Map<String, List<ArticleRef>> own = new TreeMap<>();
    all().forEach(r -> own.computeIfAbsent(r.outlet(), o -> new ArrayList<>()).add(r));
    return own;
  }

  /** Everything that is kept of an article. */
  ArticleLine line(ArticleRef ref) throws IOException {
    Made.Note note = ledger.read(ref.place()).note();
    if (note == null) {
      throw new IllegalStateException(ref.key());
    }
    return note.line();
  }

  Totals totals() {
    return all;
  }

  /** Sums of each outlet, in the order of their names. */
  Map<String, Totals> totalsByOutlet() {
    return byOutlet;
  }

  /** What read the versions shown. */
  List<String> extractors() {
    return List.copyOf(extractors);
  }
}
