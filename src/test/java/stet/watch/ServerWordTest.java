package stet.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import stet.watch.store.CheckOutcome;
import stet.watch.store.Times;
import stet.watch.store.Trust;
import stet.watch.store.WatchStatus;
import stet.watch.store.WatchStore;

/** How far a watch believes a server that says that nothing changed. */
class ServerWordTest extends WatchScene {
  @Test
  void asksConditionallyAndNotesWhatTheServerConfirms() throws Exception {
    web.conditional = true;
    web.page(A, START, 200, "story");
    store.track(List.of(A), T0);
    watcher.run();
    List<CheckOutcome> all = outcomes(A);
    assertThat(all).hasSizeGreaterThan(14).startsWith(CheckOutcome.FIRST);
    // Now and then the server is not asked whether anything changed, but for the page.
    for (int i = 1; i < all.size(); i++) {
      boolean inFull = i % (Trust.MOST_CONFIRMATIONS + 1) == 0;
      CheckOutcome expected = inFull ? CheckOutcome.UNCHANGED : CheckOutcome.NOT_MODIFIED;
      assertThat(all.get(i)).as("check %d", i).isEqualTo(expected);
    }
    assertThat(new WatchOverview(store).status(time.instant(), 10).distrusted()).isEmpty();
  }

  @Test
  void aServerWhoseValidatorsStandStillIsFoundOutAndNotBelievedAgain() throws Exception {
    String other = "https://honest.example/b";
    begin(Duration.ofDays(60));
    web.conditional = true;
    web.stuck.add("paper.example");
    String edited = "2026-03-02T08:00:00Z";
    String again = "2026-03-20T08:00:00Z";
    for (String uri : List.of(A, other)) {
      web.page(uri, START, 200, "story one");
      web.page(uri, edited, 200, "story two");
      web.page(uri, again, 200, "story three");
    }
    store.track(List.of(A, other), T0);
    watcher.run();
    List<FetchLine> changes =
        lines.stream()
            .filter(l -> l.uri().equals(A) && l.outcome() == CheckOutcome.CHANGED)
            .toList();
    assertThat(changes).hasSize(2);
    Instant found = changes.get(0).at();
    // The first check that comes more than seven days after the last full answer.
    assertThat(Duration.between(Instant.parse(edited), found)).isLessThan(Duration.ofDays(10));
    assertThat(changes.get(0).line()).contains("detail=\"its validators did not change with it");
    assertThat(changes.get(1).detail()).isEmpty();
    // From then on each check brings the page, so that the next edit waits for no further rule.
    assertThat(lines)
        .filteredOn(l -> l.uri().equals(A) && l.at().isAfter(found))
        .isNotEmpty()
        .noneMatch(l -> l.status() == 304);
    assertThat(lines).filteredOn(l -> l.uri().equals(other)).anyMatch(l -> l.status() == 304);
    close();
    store = WatchStore.open(home.resolve(WatchStore.FILE));
    assertThat(new WatchOverview(store).status(time.instant(), 10).distrusted())
        .containsExactly(new WatchStatus.Distrusted("paper.example", 1, false, second(again)));
  }

  /** When the page was found out for the second time: the first check after the second edit. */
  private Instant second(String edit) {
    return lines.stream()
        .filter(l -> l.uri().equals(A) && l.at().isAfter(Instant.parse(edit)))
        .map(l -> Instant.parse(Times.text(l.at())))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aHostOfWhichThreePagesWereFoundOutIsNotBelievedAtAll() throws Exception {
    begin(Duration.ofDays(60));
    web.conditional = true;
    web.stuck.add("paper.example");
    List<String> uris = IntStream.range(0, 4).mapToObj(i -> "https://paper.example/" + i).toList();
    for (String uri : uris) {
      web.page(uri, START, 200, "story one of " + uri);
    }
    uris.subList(0, 3).forEach(u -> web.page(u, "2026-03-02T08:00:00Z", 200, "story two " + u));
    store.track(uris, T0);
    watcher.run();
    assertThat(notes).hasSize(1);
    assertThat(notes.get(0)).startsWith("'paper.example' says that nothing changed where");
    Instant last =
        lines.stream()
            .filter(l -> l.outcome() == CheckOutcome.CHANGED)
            .map(FetchLine::at)
            .max(Instant::compareTo)
            .orElseThrow();
    assertThat(lines)
        .filteredOn(l -> l.uri().equals(uris.get(3)) && l.at().isAfter(last.plusSeconds(10)))
        .isNotEmpty()
        .noneMatch(l -> l.status() == 304);
    assertThat(new WatchOverview(store).status(time.instant(), 10).distrusted().get(0).all())
        .isTrue();
  }
}
