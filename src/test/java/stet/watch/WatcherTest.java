package stet.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stet.fetch.discovery.DiscoveryRules;

class WatcherTest implements WatchLog {
  private static final String START = "2026-03-01T08:00:00Z";
  private static final Instant T0 = Instant.parse(START);
  private static final String A = "https://paper.example/a";

  @TempDir Path home;
  private WatchStore store;
  private VirtualTime time;
  private Newsstand web;
  private Watcher watcher;
  private final Shelf shelf = new Shelf();
  private final List<FetchLine> lines = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final List<String> waits = new ArrayList<>();

  @BeforeEach
  void open() {
    store = WatchStore.open(home.resolve(WatchStore.FILE));
    begin(Duration.ofDays(1));
  }

  private void begin(Duration span) {
    Instant from = time == null ? T0 : time.instant();
    time = new VirtualTime(from, from.plus(span), () -> watcher.stop());
    web = new Newsstand(time);
    watcher = watcher();
  }

  private Watcher watcher() {
    return new Watcher(
        store, web, web.throttle, shelf, shelf, this, time, WatchOptions.STANDARD, time);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Override
  public void fetched(FetchLine line) {
    lines.add(line);
  }

  @Override
  public void note(String line) {
    (line.startsWith("nothing is ") ? waits : notes).add(line);
  }

  private List<CheckOutcome> outcomes(String uri) {
    return lines.stream().filter(l -> l.uri().equals(uri)).map(FetchLine::outcome).toList();
  }

  @Test
  void onePassChecksWhatIsDueAndWhatItsFeedsNameThenEnds() throws Exception {
    web.page(A, START, 200, "story a");
    web.page("https://paper.example/b", START, 200, "story b");
    web.page(
        "https://paper.example/rss",
        START,
        200,
        "<rss><channel><item><link>https://paper.example/b</link></item>"
            + "<item><link>https://other.example/c</link></item></channel></rss>");
    web.page("https://other.example/c", START, 200, "story c");
    store.track(List.of(A), T0);
    store.addFeed("https://paper.example/rss", DiscoveryRules.ALL, T0);
    Watcher.Pass pass = watcher.runOnce();
    assertThat(pass).isEqualTo(new Watcher.Pass(4, 0, 0, 0, 0));
    assertThat(web.asked)
        .containsExactlyInAnyOrder(
            "https://paper.example/rss", A, "https://paper.example/b", "https://other.example/c");
    assertThat(outcomes(A)).containsExactly(CheckOutcome.FIRST);
    assertThat(web.requests.stream().map(r -> r.uri() + " via " + r.via()))
        .contains(
            A + " via ",
            "https://paper.example/b via https://paper.example/rss",
            "https://other.example/c via https://paper.example/rss");
    assertThat(outcomes("https://paper.example/rss")).containsExactly(CheckOutcome.READ);
    watcher = watcher();
    assertThat(watcher.runOnce().checks()).isZero();
  }

  /** A watch with nothing to do must not look like one that hangs. */
  @Test
  void aWatchThatWaitsSaysUntilWhenOnce() throws Exception {
    watcher.run();
    assertThat(waits).hasSize(1);
    assertThat(waits.get(0)).startsWith("nothing is tracked yet");
    waits.clear();
    Instant due = time.instant().plus(Duration.ofHours(3));
    store.track(List.of(A), due);
    begin(Duration.ofHours(2));
    watcher.run();
    assertThat(waits).containsExactly("nothing is due until " + Times.text(due));
  }

  @Test
  void watchesForADayAndSeesEveryState() throws Exception {
    web.page(A, START, 200, "story one")
        .page(A, "2026-03-01T10:00:00Z", 200, "story two")
        .page(A, "2026-03-01T15:00:00Z", 410, "gone")
        .page(A, "2026-03-01T20:00:00Z", 200, "story two");
    store.track(List.of(A), T0);
    watcher.run();
    assertThat(outcomes(A))
        .startsWith(CheckOutcome.FIRST, CheckOutcome.UNCHANGED)
        .contains(CheckOutcome.CHANGED, CheckOutcome.GONE)
        .endsWith(CheckOutcome.UNCHANGED);
    assertThat(outcomes(A).stream().filter(o -> o == CheckOutcome.CHANGED)).hasSize(1);
    assertThat(shelf.count(A)).isEqualTo(lines.size());
  }

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

  @Test
  void neverAsksAHostFasterThanItsManners() throws Exception {
    IntStream.range(0, 20)
        .mapToObj(i -> "https://paper.example/" + i)
        .forEach(u -> web.page(u, START, 200, "story " + u));
    store.track(IntStream.range(0, 20).mapToObj(i -> "https://paper.example/" + i).toList(), T0);
    watcher.runOnce();
    assertThat(web.asked).hasSize(20);
    for (int i = 1; i < 20; i++) {
      assertThat(Duration.between(web.askedAt.get(i - 1), web.askedAt.get(i)))
          .isGreaterThanOrEqualTo(Newsstand.MANNERS.minDelay());
    }
  }

  @Test
  void aFullDiskPausesTheWatchAndNothingIsLost() throws Exception {
    web.page(A, START, 200, "story");
    store.track(List.of(A), T0);
    shelf.fullFor = 3;
    watcher.runOnce();
    assertThat(notes).hasSize(2);
    assertThat(notes.get(0)).startsWith("paused: cannot write 'snapshots/x.warc.gz': no space");
    assertThat(notes.get(1)).isEqualTo("resumed");
    assertThat(web.count(A)).isEqualTo(1);
    assertThat(shelf.count(A)).isEqualTo(1);
  }

  @Test
  void aCheckThatWasNotKeptIsDueAgain() throws Exception {
    web.page(A, START, 200, "story");
    store.track(List.of(A), T0);
    shelf.fullFor = Integer.MAX_VALUE;
    time = new VirtualTime(T0, T0.plusSeconds(60), () -> watcher.stop());
    web = new Newsstand(time).page(A, START, 200, "story");
    watcher = watcher();
    assertThat(watcher.run().unkept()).isEqualTo(1);
    shelf.fullFor = 0;
    begin(Duration.ofHours(1));
    web.page(A, START, 200, "story");
    assertThat(watcher.runOnce().checks()).isEqualTo(1);
    assertThat(outcomes(A)).containsExactly(CheckOutcome.FIRST);
  }

  @Test
  void aNetworkThatIsAwayCountsAgainstNoHost() throws Exception {
    List<String> uris =
        IntStream.range(0, 10).mapToObj(i -> "https://h" + i + ".example/story").toList();
    uris.forEach(u -> web.page(u, START, 200, "story"));
    web.cut("2026-03-01T09:00:00Z", "2026-03-01T13:00:00Z");
    store.track(uris, T0);
    watcher.run();
    assertThat(notes).hasSize(2);
    assertThat(notes.get(0)).startsWith("no host can be reached");
    assertThat(notes.get(1)).isEqualTo("the network is back");
    assertThat(lines).allMatch(l -> l.outcome().showsState());
    Instant back = Instant.parse("2026-03-01T13:00:00Z");
    for (String uri : uris) {
      assertThat(lines)
          .filteredOn(l -> l.uri().equals(uri))
          .anyMatch(l -> !l.at().isBefore(back) && l.at().isBefore(back.plusSeconds(600)));
    }
    assertThat(web.throttle.states()).allMatch(s -> s.failures() == 0);
  }

  @Test
  void aHostThatIsAwayIsLeftAloneForLongerAndLonger() throws Exception {
    web.page(A, START, 200, "story");
    web.away.add("away.example");
    store.track(List.of(A, "https://away.example/x"), T0);
    watcher.run();
    long tries = web.count("https://away.example/x");
    assertThat(tries).isBetween(3L, 12L);
    assertThat(outcomes("https://away.example/x")).containsOnly(CheckOutcome.FAILED);
    WatchStatus status = new WatchOverview(store).status(time.instant(), 10);
    assertThat(status.errors().get(0).uri()).isEqualTo("https://away.example/x");
    assertThat(status.troubled().get(0).authority()).isEqualTo("away.example");
    assertThat(notes).isEmpty();
  }

  /** They took the connection, so the network is there: it is the hosts that are silent. */
  @Test
  void hostsThatTakeConnectionsAndSayNothingAreNoLostNetwork() throws Exception {
    List<String> uris =
        IntStream.range(0, 3).mapToObj(i -> "https://mute" + i + ".example/story").toList();
    uris.forEach(u -> web.silent.add(u.substring(8, u.lastIndexOf('/'))));
    store.track(uris, T0);

    Watcher.Pass pass = watcher.runOnce();

    assertThat(pass.checks()).isEqualTo(3);
    assertThat(notes).isEmpty();
    for (String uri : uris) {
      assertThat(outcomes(uri)).containsExactly(CheckOutcome.FAILED);
    }
    watcher = watcher();
    assertThat(watcher.runOnce().checks()).as("they rest").isZero();
  }

  /** A thread that ends without a word would leave its check under way for ever. */
  @Test
  void whateverEndsAFetchSettlesIt() throws Exception {
    List<Throwable> ends =
        List.of(
            new OutOfMemoryError("Java heap space"),
            new StackOverflowError(),
            new NoClassDefFoundError("gone"),
            new AssertionError("no"),
            new ThreadDeath(),
            new java.io.IOException("checked"),
            new IllegalStateException("bug"));
    for (Throwable end : ends) {
      web.deadly.put("https://h" + web.deadly.size() + ".example/x", end);
    }
    web.page(A, START, 200, "story");
    store.track(List.copyOf(web.deadly.keySet()), T0);
    store.track(List.of(A), T0);

    Watcher.Pass pass = watcher.runOnce();

    assertThat(pass).isEqualTo(new Watcher.Pass(8, 0, 7, 0, 0));
    assertThat(outcomes(A)).containsExactly(CheckOutcome.FIRST);
  }

  @Test
  void aScheduleInThePastIsDueOnceNotManyTimes() throws Exception {
    web.page(A, START, 200, "story");
    store.track(List.of(A), T0);
    watcher.runOnce();
    time.set(T0.plus(Duration.ofDays(200)));
    watcher = watcher();
    assertThat(watcher.runOnce().checks()).isEqualTo(1);
    assertThat(web.count(A)).isEqualTo(2);
  }

  @Test
  void aClockThatIsSetBackDoesNotStopTheWatch() throws Exception {
    web.page(A, "2020-01-01T00:00:00Z", 200, "story");
    store.track(List.of(A), T0);
    watcher.runOnce();
    Instant earlier = T0.minus(Duration.ofDays(400));
    time = new VirtualTime(earlier, earlier.plus(Duration.ofDays(1)), () -> watcher.stop());
    web = new Newsstand(time).page(A, "2020-01-01T00:00:00Z", 200, "story");
    watcher = watcher();
    watcher.run();
    assertThat(web.count(A)).isGreaterThan(3);
    assertThat(notes).anyMatch(n -> n.startsWith("the clock was set back"));
  }

  @Test
  void aFeedThatStatesAChangeWakesThePageUpOnce() throws Exception {
    web.page(A, START, 200, "story one").page(A, "2026-03-20T09:00:00Z", 200, "story two");
    String feed = "https://paper.example/rss";
    String item =
        "<rss><channel><item><link>"
            + A
            + "</link><pubDate>Sun, 01 Mar 2026 07:00:00 GMT</pubDate>";
    web.page(feed, START, 200, item + "</item></channel></rss>");
    web.page(
        feed,
        "2026-03-20T09:00:00Z",
        200,
        item
            + "<atom:updated xmlns:atom='http://www.w3.org/2005/Atom'>2026-03-20T09:00:00Z"
            + "</atom:updated></item></channel></rss>");
    store.addFeed(feed, DiscoveryRules.ALL, T0);
    begin(Duration.ofDays(22));
    web.page(A, START, 200, "story one").page(A, "2026-03-20T09:00:00Z", 200, "story two");
    web.page(feed, START, 200, item + "</item></channel></rss>");
    web.page(
        feed,
        "2026-03-20T09:00:00Z",
        200,
        item
            + "<atom:updated xmlns:atom='http://www.w3.org/2005/Atom'>2026-03-20T09:00:00Z"
            + "</atom:updated></item></channel></rss>");
    watcher.run();
    Instant edited = Instant.parse("2026-03-20T09:00:00Z");
    FetchLine seen =
        lines.stream().filter(l -> l.outcome() == CheckOutcome.CHANGED).findFirst().orElseThrow();
    // The feed is looked at every six hours by then; the page would have had days to wait.
    assertThat(Duration.between(edited, seen.at())).isLessThan(Duration.ofHours(7));
  }

  @Test
  void whatAPersonUntrackedNoFeedBringsBack() throws Exception {
    web.page(
        "https://paper.example/rss",
        START,
        200,
        "<rss><channel><item><link>" + A + "</link></item></channel></rss>");
    store.track(List.of(A), T0);
    store.untrack(A);
    store.addFeed("https://paper.example/rss", DiscoveryRules.ALL, T0);
    watcher.runOnce();
    assertThat(web.count(A)).isZero();
    assertThat(store.isTracked(A)).isFalse();
    assertThat(store.track(List.of(A), T0)).isEqualTo(1);
    assertThat(store.isTracked(A)).isTrue();
  }

  @Test
  void anIndexOfSitemapsIsWatchedThroughItsSitemaps() throws Exception {
    String index = "https://paper.example/sitemap.xml";
    web.page(
        index, START, 200, "<sitemapindex><sitemap><loc>/s1.xml</loc></sitemap></sitemapindex>");
    web.page(
        "https://paper.example/s1.xml", START, 200, "<urlset><url><loc>/a</loc></url></urlset>");
    web.page(A, START, 200, "story");
    store.addFeed(index, DiscoveryRules.ALL, T0);
    assertThat(watcher.runOnce().checks()).isEqualTo(3);
    assertThat(store.feeds()).hasSize(2);
    assertThat(store.isTracked(A)).isTrue();
    store.removeFeed(index);
    assertThat(store.feeds()).isEmpty();
    assertThat(store.isTracked(A)).isTrue();
  }

  @Test
  void aPlanKeepsToMannersAndChangesNothing() {
    store.track(List.of(A, "https://paper.example/b", "https://other.example/c"), T0);
    List<WatchStatus.Next> plan =
        new WatchOverview(store).plan(T0, T0.plusSeconds(60), Duration.ofSeconds(2), 10);
    assertThat(plan.stream().map(n -> Duration.between(T0, n.at()).toSeconds()))
        .containsExactly(0L, 0L, 2L);
    assertThat(new WatchOverview(store).status(T0, 5).due()).isEqualTo(3);
  }

  /** A reader's way to a story is asked for as it is written, and makes no second story. */
  @Test
  void aListThatNamesTwoFormsOfAnAddressTracksOneStory() {
    String plain = "https://paper.example/bridge?id=4";
    String told = "https://paper.example/bridge?at_medium=RSS&id=4&fbclid=x";
    assertThat(store.track(List.of(told), T0)).isEqualTo(1);
    assertThat(store.track(List.of(plain), T0)).isZero();
    assertThat(store.tracked().find(told)).isPresent();
    assertThat(store.tracked().find(plain)).isEmpty();
    assertThat(store.isTracked(plain)).isTrue();
    assertThat(store.track(List.of("https://paper.example/bridge?id=5"), T0)).isEqualTo(1);
    assertThat(store.untrack(plain)).isTrue();
    assertThat(store.isTracked(told)).isFalse();
    assertThat(store.track(List.of(plain), T0)).isEqualTo(1);
    assertThat(store.isTracked(told)).isTrue();
  }
}
