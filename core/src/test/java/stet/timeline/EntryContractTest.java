package stet.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import stet.SealedContract;
import stet.diff.Counts;
import stet.diff.Label;
import stet.diff.Revision;

public class EntryContractTest extends SealedContract<Entry> {
  private static final Instant DAWN = Instant.parse("2026-03-14T06:00:00Z");
  private static final Instant NOON = Instant.parse("2026-03-14T12:00:00Z");

  public EntryContractTest() {
    super(Entry.class);
  }

  /** One of each kind, in an order in which they may follow one another. */
  public static List<Entry> all() {
    Revision revision = new Revision(List.of(), List.of(), new Counts(0, 0, 0, 0));
    return List.of(
        new Entry.FirstSeen(DAWN, 1),
        new Entry.Unchanged(DAWN, NOON, 2, 1),
        new Entry.Revised(
            2, new Window(DAWN, NOON), revision, List.of(new Label(Label.Kind.SILENT, ""))),
        new Entry.Oscillated(NOON, NOON, 1, 2),
        new Entry.NotAnArticle(NOON, NOON, 1, "not-found", "page not found"),
        new Entry.NotAnArticle(NOON, NOON, 1, Sighting.CUT_OFF, "Read more"),
        new Entry.Moved(NOON, "https://courier.example/elsewhere"),
        new Entry.Returned(NOON, 2, false));
  }

  @Override
  protected List<Entry> samples() {
    return all();
  }

  @Test
  void eachHasItsTime() {
    assertThat(samples()).extracting(Entry::at).isSorted();
  }
}
