package stet.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import stet.fetch.FetchOptions.Limits;

/** Many hosts that send as much as they may at one time do not fill memory. */
class HeldRoomTest {
  @Test
  void largeAnswersWaitUntilEarlierOnesAreKept() throws Exception {
    List<Newsroom> hosts = new ArrayList<>();
    for (int i = 0; i <= HeldRoom.PLACES; i++) {
      Newsroom host = new Newsroom();
      host.page("/large", "", new byte[HeldRoom.LARGE + 20_000]);
      host.page("/small", "", new byte[20_000]);
      hosts.add(host);
    }
    ExecutorService workers = Executors.newCachedThreadPool();
    try (Desk desk = new Desk(options(hosts))) {
      List<HeldRoom> rooms = new ArrayList<>();
      for (Newsroom host : hosts.subList(0, HeldRoom.PLACES)) {
        rooms.add(new HeldRoom());
        FetchRequest request = request(host, "/large", rooms.get(rooms.size() - 1));
        assertThat(desk.fetcher.fetch(request)).isInstanceOf(FetchOutcome.Answered.class);
      }
      Newsroom last = hosts.get(HeldRoom.PLACES);
      HeldRoom own = new HeldRoom();
      Future<FetchOutcome> waiting =
          workers.submit(() -> desk.fetcher.fetch(request(last, "/large", own)));
      assertThat(isDone(waiting)).as("there is no room for one more").isFalse();
      Newsroom other = hosts.get(0);
      assertThat(desk.fetcher.fetch(request(other, "/small", new HeldRoom())))
          .as("small ones go on")
          .isInstanceOf(FetchOutcome.Answered.class);

      rooms.get(1).close();

      assertThat(waiting.get(30, TimeUnit.SECONDS)).isInstanceOf(FetchOutcome.Answered.class);
    } finally {
      workers.shutdownNow();
      for (Newsroom host : hosts) {
        host.close();
      }
    }
  }

  private static boolean isDone(Future<FetchOutcome> waiting) throws Exception {
    try {
      waiting.get(700, TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    }
  }

  private static FetchRequest request(Newsroom host, String path, HeldRoom room) {
    return new FetchRequest(host.url(path), null, "", room);
  }

  private static FetchOptions options(List<Newsroom> hosts) throws IOException {
    Set<String> own = new HashSet<>();
    hosts.forEach(h -> own.add(h.authority()));
    return Desk.hastyOptions(hosts.get(0)).withLimits(Limits.STANDARD).withAllowedPrivateHosts(own);
  }

  /** Each hop's bytes stay in memory until the chain ends. */
  @Test
  void redirectsThatAreLargeTogetherAreTooLarge() throws IOException {
    try (Newsroom newsroom = new Newsroom();
        Desk desk = Desk.hasty(newsroom)) {
      byte[] body = new byte[300_000];
      for (int i = 0; i < 5; i++) {
        newsroom.on("/" + i, redirect("/" + (i + 1), body));
      }
      newsroom.page("/5", "", new byte[10]);

      assertThat(desk.get(newsroom.url("/0")))
          .isInstanceOfSatisfying(
              FetchOutcome.Failed.class,
              f -> assertThat(f.detail()).contains("its redirects are larger than 1048576"));
      assertThat(desk.get(newsroom.url("/3"))).isInstanceOf(FetchOutcome.Answered.class);
    }
  }

  private static byte[] redirect(String to, byte[] body) {
    String head =
        "HTTP/1.1 302 Found\r\nLocation: " + to + "\r\nContent-Length: " + body.length + "\r\n\r\n";
    byte[] all = new byte[head.length() + body.length];
    System.arraycopy(head.getBytes(StandardCharsets.US_ASCII), 0, all, 0, head.length());
    return all;
  }
}
