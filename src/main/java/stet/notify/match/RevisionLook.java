package stet.notify.match;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import stet.article.Block;
import stet.capture.Digest;
import stet.diff.Delta;
import stet.diff.Label;
import stet.diff.judge.JudgedRevision;
import stet.diff.rank.Weights;
import stet.diff.tell.Summary;
import stet.diff.tell.Telling;
import stet.diff.word.SearchWords;
import stet.json.StetJson;
import stet.notify.Change;
import stet.notify.Finding;
import stet.notify.match.Passage.Texts;
import stet.notify.rule.Ask;
import stet.report.words.Chips;
import stet.store.EditFilter;
import stet.store.FilteredEdit;
import stet.text.Truncation;
import stet.timeline.Entry;
import stet.track.Edits;

/** One revision as many rules look at it: what they ask for is found once. */
final class RevisionLook {
  private static final int RUN = 300;
  private static final int LINES = 3;
  private static final int LINE = 240;

  /** What changes on a page beside the story, as labels name it. */
  private static final Set<Label.Kind> BESIDE = Set.of(Label.Kind.TYPOGRAPHY, Label.Kind.CLOCK);

  private final ArticleLook look;
  private final Edits.Edit edit;
  private final FilteredEdit filtered;
  private final Label.@Nullable Kind held;
  private @Nullable JudgedRevision judged;
  private @Nullable List<Block> furniture;
  private @Nullable String json;
  private @Nullable String sentences;

  /** What passes no rule that does not ask for it. */
  private static final Set<Label.Kind> NO_EDIT =
      EnumSet.of(Label.Kind.TEMPLATE_DRIFT, Label.Kind.READ_OTHERWISE);

  private @Nullable List<String> leftOut;
  private final Map<Wanted, Telling.Excerpt> excerpts = new HashMap<>();
  private @Nullable Texts before;
  private @Nullable Texts after;
  private @Nullable Texts changed;

  /**
   * @param sought what filters look for
   */
  RevisionLook(ArticleLook look, Edits.Edit edit, FilteredEdit.Sought sought) {
    this.look = look;
    this.edit = edit;
    this.filtered = new FilteredEdit(edit.timeline(), edit.revised(), sought);
    this.held =
        edit.revised().labels().stream()
            .map(Label::kind)
            .filter(NO_EDIT::contains)
            .findFirst()
            .orElse(null);
  }

  Entry.Revised revised() {
    return edit.revised();
  }

  /** Whether the filter of a rule passes it; what is held passes where it is asked for alone. */
  boolean passes(EditFilter filter) {
    return (held == null || filter.labels().contains(held)) && filtered.fits(filter);
  }

  /** Equal for revisions that did the same to the words of whatever articles. */
  String alike() {
    return Digest.of(SameEdit.signature(edit).getBytes(StandardCharsets.UTF_8)).hex();
  }

  /** How it was disclosed, in words. */
  String disclosure() {
    return Chips.said(edit.revised());
  }

  /** Whether a passage stood in the old text and does not stand in the new one. */
  boolean lost(Passage passage) {
    return passage.mayDiffer(changed()) && passage.standsIn(before()) && !passage.standsIn(after());
  }

  /** Whether a passage stands in the new text and did not stand in the old one. */
  boolean regained(Passage passage) {
    return passage.mayDiffer(changed()) && !passage.standsIn(before()) && passage.standsIn(after());
  }

  private Texts changed() {
    if (changed == null) {
      int version = edit.revised().version();
      changed = Texts.changed(look.version(version - 1), look.version(version));
    }
    return changed;
  }

  private Texts before() {
    if (before == null) {
      before = Texts.of(look.version(edit.revised().version() - 1));
    }
    return before;
  }

  private Texts after() {
    if (after == null) {
      after = Texts.of(look.version(edit.revised().version()));
    }
    return after;
  }

  private JudgedRevision judged() {
    if (judged == null) {
      judged = edit.judged();
    }
    return judged;
  }

  private List<Block> furniture() {
    if (furniture == null) {
      furniture = look.furniture(edit.revised());
    }
    return furniture;
  }

  /** What is told of it where a rule fired on the edit itself. */
  Finding finding(Ask ask, String id) {
    String words = ask.filter().words();
    return new Finding(
        id,
        ask.event(),
        look.story(edit.revised()),
        change(excerpt(new Wanted(ask.filter().kinds(), words))),
        sentences(),
        words.isEmpty() ? List.of() : List.of(words),
        List.of());
  }

  /** What is told of it where a passage went or came back. */
  Finding finding(Ask ask, String id, Passage passage, boolean lost) {
    String sentence =
        lost
            ? Finding.PASSAGE_LEFT
            : "The passage did not stand in the text before this edit, and stands in the new one.";
    return new Finding(
        id,
        Finding.Event.PASSAGE,
        look.story(edit.revised()),
        change(excerpt(Set.of(), passage::touches)),
        sentence,
        List.of(ask.passage()),
        List.of());
  }

  private static boolean hasAny(String text, String words) {
    if (words.isEmpty()) {
      return true;
    }
    List<String> own = SearchWords.of(text).words();
    return SearchWords.of(words).words().stream().anyMatch(own::contains);
  }

  private String sentences() {
    if (sentences == null) {
      sentences =
          Summary.of(judged(), edit.revised().labels()).lines().stream()
              .limit(LINES)
              .map(l -> Truncation.shortened(l.text(), LINE))
              .reduce((a, b) -> a + " " + b)
              .orElse("");
    }
    return sentences;
  }

  /** What a rule asked for that its excerpt should show. */
  private record Wanted(Set<Label.Kind> kinds, String words) {}

  private Telling.Excerpt excerpt(Wanted wanted) {
    return excerpts.computeIfAbsent(
        wanted, w -> excerpt(w.kinds(), text -> hasAny(text, w.words())));
  }

  /** The most telling of the changes that the rule asked for; else of all that are no furniture. */
  private Telling.Excerpt excerpt(Set<Label.Kind> kinds, Predicate<String> words) {
    Predicate<String> own = text -> !isFurniture(text);
    Weights weights = edit.timeline().weights();
    return Telling.excerpt(judged(), kinds, words.and(own), weights)
        .or(() -> Telling.excerpt(judged(), Set.of(), words.and(own), weights))
        .or(() -> Telling.excerpt(judged(), Set.of(), own, weights))
        .orElseGet(() -> edit.timeline().telling(edit.revised(), judged()).excerpt());
  }

  private boolean isFurniture(String text) {
    return furniture().stream().anyMatch(block -> block.text().strip().equals(text.strip()));
  }

  private Change change(Telling.Excerpt excerpt) {
    Entry.Revised revised = edit.revised();
    var counts = revised.revision().counts();
    return new Change(
        revised.version(),
        revised.window().notBefore(),
        revised.window().notAfter(),
        revised.labels().stream().map(RevisionLook::tag).toList(),
        excerpt.where(),
        excerpt.deltas().stream().flatMap(d -> mark(d).stream()).toList(),
        counts.inserted(),
        counts.deleted(),
        counts.moved(),
        leftOut(),
        json());
  }

  private String json() {
    if (json == null) {
      json = StetJson.edit(edit, judged()).line();
    }
    return json;
  }

  private static Change.Tag tag(Label label) {
    return new Change.Tag(label.kind().id(), Chips.name(label.kind()), label.detail());
  }

  private static Optional<Change.Mark> mark(Delta delta) {
    String text = delta.after().isEmpty() ? delta.before() : delta.after();
    Change.Mark.Kind kind =
        switch (delta.kind()) {
          case KEPT, RESPELLED -> Change.Mark.Kind.KEPT;
          case DELETED, MOVED_FROM -> Change.Mark.Kind.REMOVED;
          case INSERTED, MOVED_TO -> Change.Mark.Kind.ADDED;
        };
    String shown = Truncation.shortened(text, RUN).replace('\n', ' ');
    return shown.isEmpty() ? Optional.empty() : Optional.of(new Change.Mark(kind, shown));
  }

  private List<String> leftOut() {
    if (leftOut == null) {
      leftOut = furnitureAndBeside();
    }
    return leftOut;
  }

  private List<String> furnitureAndBeside() {
    List<String> out = new ArrayList<>();
    for (Block block : furniture()) {
      out.add(
          "what stands in other stories of the outlet, too: “"
              + Truncation.shortened(block.text().replace('\n', ' '), LINE)
              + "”");
    }
    edit.revised().labels().stream()
        .filter(l -> BESIDE.contains(l.kind()))
        .forEach(l -> out.add(l.kind().sentence()));
    return out;
  }
}
