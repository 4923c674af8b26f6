package stet.app.copies;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import stet.copies.KeptTexts;
import stet.copies.Member;
import stet.copies.SketchIndex;
import stet.copies.Sketches;
import stet.copies.Stories;
import stet.copies.Story;
import stet.copies.StoryFinder;
import stet.copies.Text;
import stet.copies.ToldStory;
import stet.timeline.Timeline;
import stet.track.Progress;
import stet.track.Timelines;

/**
 * The stories of a collection that several outlets printed. All articles are read once, and those
 * that seem alike once more; of the others only fingerprints are kept.
 */
public final class CopiedStories {
  private final Timelines timelines;

  /** The article of each number. */
  private final List<String> keys = new ArrayList<>();

  private final Stories stories;

  private CopiedStories(Timelines timelines, Progress progress) {
    this.timelines = timelines;
    Sketches sketches = new Sketches();
    for (Iterator<Timeline> all = timelines.all(); all.hasNext(); ) {
      Timeline timeline = all.next();
      MemberTexts.of(keys.size(), timeline).forEach(sketches::add);
      keys.add(timeline.article().key());
      progress.advance(1);
    }
    SketchIndex index = sketches.index();
    stories = StoryFinder.find(index, new KeptTexts(index.check(), this::texts));
  }

  /**
   * Looks for them.
   *
   * @param progress is told of every article that was read
   */
  public static CopiedStories of(Timelines timelines, Progress progress) {
    return new CopiedStories(timelines, progress);
  }

  private List<Text> texts(long number) {
    return MemberTexts.of(number, timeline(number));
  }

  private Timeline timeline(long number) {
    return timelines.of(timelines.find(keys.get((int) number)).orElseThrow().id());
  }

  /** How many stories there are. */
  public int count() {
    return stories.stories().size();
  }

  /**
   * The stories, those first that were first seen last.
   *
   * @param outlets one of which printed it; empty for all
   * @param since a member was first seen then or later, UTC; null for all
   * @param most so many at the most
   */
  public List<ToldStory> newest(Set<String> outlets, @Nullable Instant since, int most) {
    return stories.stories().stream()
        .filter(s -> outlets.isEmpty() || s.outlets().stream().anyMatch(outlets::contains))
        .filter(
            s ->
                since == null || s.members().stream().anyMatch(m -> !m.firstSeen().isBefore(since)))
        .sorted(
            Comparator.comparing((Story s) -> s.members().get(0).firstSeen())
                .reversed()
                .thenComparingLong(Story::centre))
        .limit(most)
        .map(s -> told(s, timelines(s), List.of()))
        .toList();
  }

  /** The story that has the article of that key, with the edits of what its members share. */
  public Optional<ToldStory> story(String key) {
    return stories.stories().stream()
        .filter(s -> s.members().stream().anyMatch(m -> keys.get((int) m.id()).equals(key)))
        .findFirst()
        .map(this::edited);
  }

  private ToldStory edited(Story story) {
    List<Timeline> members = timelines(story);
    return told(story, members, SharedEdits.of(members));
  }

  private List<Timeline> timelines(Story story) {
    return story.members().stream().map(m -> timeline(m.id())).toList();
  }

  /** Told with the timelines of its members, in their order. */
  private ToldStory told(Story story, List<Timeline> timelines, List<ToldStory.Edit> edits) {
    List<ToldStory.Member> members =
        IntStream.range(0, timelines.size())
            .mapToObj(i -> member(story.members().get(i), timelines.get(i)))
            .toList();
    return new ToldStory(keys.get((int) story.centre()), members, edits);
  }

  private static ToldStory.Member member(Member member, Timeline timeline) {
    var last = timeline.versions().get(timeline.versions().size() - 1);
    return new ToldStory.Member(
        timeline.article(),
        last.state().headline(),
        MemberTexts.notBefore(timeline),
        member.firstSeen(),
        last.lastSeen(),
        member.words(),
        member.shared());
  }
}
