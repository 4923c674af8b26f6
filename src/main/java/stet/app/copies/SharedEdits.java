package stet.app.copies;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import stet.article.Block;
import stet.copies.Passages;
import stet.copies.ToldStory;
import stet.diff.Hunk;
import stet.diff.Label;
import stet.diff.word.SearchWords;
import stet.diff.word.Words;
import stet.timeline.Entry;
import stet.timeline.Timeline;

/**
 * What members of a story changed in sentences that other members had as well. Revisions that are
 * held as a new template, or in which no word changed that a reader reads, are none of these.
 */
final class SharedEdits {
  /** A sentence with fewer words may stand anywhere. */
  private static final int LEAST_WORDS = 5;

  /** More of them tell nobody anything. */
  private static final int MOST = 500;

  private static final Set<Label.Kind> NO_EDIT =
      EnumSet.of(Label.Kind.TEMPLATE_DRIFT, Label.Kind.COSMETIC, Label.Kind.READ_OTHERWISE);

  private final Map<Timeline, Passages> members = new LinkedHashMap<>();
  private final List<ToldStory.Edit> found = new ArrayList<>();

  private SharedEdits(List<Timeline> timelines) {
    timelines.forEach(t -> members.put(t, MemberTexts.passages(t)));
  }

  /** The edits, oldest first. */
  static List<ToldStory.Edit> of(List<Timeline> timelines) {
    SharedEdits edits = new SharedEdits(timelines);
    for (Timeline timeline : timelines) {
      timeline.revisions().stream()
          .filter(SharedEdits::isEdit)
          .forEach(r -> edits.revision(timeline, r));
    }
    edits.found.sort(
        Comparator.comparing((ToldStory.Edit e) -> e.window().notAfter())
            .thenComparing(e -> e.article().key()));
    return edits.found;
  }

  private static boolean isEdit(Entry.Revised revised) {
    return revised.labels().stream().map(Label::kind).noneMatch(NO_EDIT::contains);
  }

  private void revision(Timeline timeline, Entry.Revised revised) {
    List<Block> before = timeline.versions().get(revised.version() - 2).state().body();
    List<Block> after = timeline.versions().get(revised.version() - 1).state().body();
    SearchWords old = words(before);
    SearchWords now = words(after);
    for (Hunk hunk : revised.revision().hunks()) {
      if (hunk instanceof Hunk.Kept) {
        continue;
      }
      List<String> gone = without(now, before, hunk.before());
      List<String> come = without(old, after, hunk.after());
      for (int i = 0; i < gone.size() && found.size() < MOST; i++) {
        // Sentence by sentence where none was added or taken away.
        String instead = gone.size() == come.size() ? come.get(i) : String.join(" ", come);
        sentence(timeline, revised, gone.get(i), instead);
      }
    }
  }

  private void sentence(Timeline timeline, Entry.Revised revised, String gone, String come) {
    List<ToldStory.Holder> others = new ArrayList<>();
    members.forEach(
        (other, passages) -> {
          List<Passages.Held> held = other == timeline ? List.of() : passages.held(gone);
          if (!held.isEmpty()) {
            Passages.Held last = held.get(held.size() - 1);
            others.add(new ToldStory.Holder(other.article(), last.seenUntil(), last.went()));
          }
        });
    if (!others.isEmpty()) {
      found.add(
          new ToldStory.Edit(
              timeline.article(),
              revised.version(),
              revised.window(),
              revised.labels(),
              gone,
              come,
              others));
    }
  }

  private static SearchWords words(List<Block> body) {
    return SearchWords.of(body.stream().map(Block::text).collect(Collectors.joining("\n")));
  }

  /** The sentences of some blocks that do not stand in the other version. */
  private static List<String> without(SearchWords other, List<Block> body, List<Integer> blocks) {
    List<String> all = new ArrayList<>();
    for (int block : blocks) {
      for (String sentence : sentences(body.get(block).text())) {
        List<String> words = SearchWords.of(sentence).words();
        if (words.size() >= LEAST_WORDS && other.find(words, false) < 0) {
          all.add(sentence);
        }
      }
    }
    return all;
  }

  private static List<String> sentences(String text) {
    List<String> all = new ArrayList<>();
    Words words = Words.of(text);
    int from = 0;
    for (int i = 1; i <= words.size(); i++) {
      if (i == words.size() || words.sentence(i) != words.sentence(from)) {
        all.add(text.substring(words.start(from), words.end(i - 1)));
        from = i;
      }
    }
    return all;
  }
}
