package stet.serve;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static stet.serve.Sending.EDITOR;
import static stet.serve.Sending.READER;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stet.app.CollectionHome;
import stet.serve.http.Access;

/** Clients that say nothing, or half of something, or do not listen, keep nobody waiting. */
class SlowClientsTest {
  private static final int CLIENTS = 1_000;
  private static final Access KEYS =
      Access.of(List.of("reader " + READER, "editor " + EDITOR), false);
  private static final String FORM = "Content-Type: application/x-www-form-urlencoded\r\n";
  private static final String HOST = " HTTP/1.1\r\nHost: localhost\r\n";

  @TempDir Path home;
  private final List<Socket> sockets = new ArrayList<>();
  private Served served;

  @BeforeEach
  void make() throws IOException {
    new CollectionHome(home).make();
    served = Served.of(home, KEYS);
  }

  @AfterEach
  void stop() throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
    served.close();
  }

  private Socket open(String said) throws IOException {
    Socket socket = new Socket("127.0.0.1", served.port());
    socket.setSoTimeout(60_000);
    sockets.add(socket);
    socket.getOutputStream().write(said.getBytes(ISO_8859_1));
    return socket;
  }

  private int status() throws IOException {
    try (Socket socket = open("GET /stet.css" + HOST + "Connection: close\r\n\r\n")) {
      // Sooner than the server gives up those that hold it, so that waiting for that fails.
      socket.setSoTimeout(20_000);
      String answer = new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
      return Integer.parseInt(answer.split(" ")[1]);
    }
  }

  /** Everything that a client may begin and not end, each of them many times. */
  @Test
  void athousandThatSayHalfOfSomethingKeepNobodyWaiting() throws IOException {
    List<String> halves =
        List.of(
            "",
            "GET / HT",
            "GET /" + HOST,
            "POST /login" + HOST + FORM + "Content-Length: 60000\r\n\r\ntoken=",
            "POST /login" + HOST + FORM + "Transfer-Encoding: chunked\r\n\r\n5\r\ntoken\r\n",
            "PUT /api/v1/annotations/x"
                + HOST
                + "Content-Type: application/json\r\nContent-Length: 60000\r\n\r\n{",
            "POST /api/v1/import" + HOST + "Content-Type: text/html\r\nContent-Length: 9\r\n\r\n<",
            "POST /import"
                + HOST
                + "Content-Type: multipart/form-data; boundary=a\r\n"
                + "Content-Length: 99\r\n\r\n--a");
    for (int i = 0; i < CLIENTS; i++) {
      open(halves.get(i % halves.size()));
    }
    int answered = 0;
    for (int i = 0; i < 20; i++) {
      answered += status() == 200 ? 1 : 0;
    }
    System.out.println(
        "Slow clients: "
            + CLIENTS
            + " that say half of something, "
            + answered
            + " of 20 others answered");
    assertThat(answered).isEqualTo(20);
    // Those whose other side has gone are forgotten.
    for (Socket socket : sockets) {
      socket.close();
    }
    assertThat(served.faults()).isEmpty();
  }

  /** What is asked for and not read takes no thread, of which there are some twenty. */
  @Test
  void whoDoesNotReadKeepsNobodyWaiting() throws IOException {
    String many = ("GET /api/v1/openapi.json" + HOST + "\r\n").repeat(60);
    for (int i = 0; i < 60; i++) {
      Socket socket = new Socket();
      socket.setReceiveBufferSize(2_048);
      socket.setSoTimeout(60_000);
      sockets.add(socket);
      socket.connect(new java.net.InetSocketAddress("127.0.0.1", served.port()));
      socket.getOutputStream().write(many.getBytes(ISO_8859_1));
    }
    int answered = 0;
    for (int i = 0; i < 20; i++) {
      answered += status() == 200 ? 1 : 0;
    }
    System.out.println(
        "Deaf clients: 60 with 60 requests each, " + answered + " of 20 others answered");
    assertThat(answered).isEqualTo(20);
    assertThat(served.faults()).isEmpty();
  }

  /** A head or a form that never ends is given up, however fast it comes. */
  @Test
  void whatNeverEndsIsGivenUp() throws IOException {
    String head = "GET /" + HOST + "X-Long: ";
    String form = "POST /login" + HOST + FORM + "Transfer-Encoding: chunked\r\n\r\n";
    String chunk = "2000\r\n" + "x".repeat(0x2000) + "\r\n";
    String lines = "GET /" + HOST;
    List<String> answers =
        List.of(
            endless(head, "x".repeat(8_192)),
            endless(form, chunk),
            endless(lines, "X-One: two\r\n".repeat(500)),
            endless("GET /", "a".repeat(8_192)),
            endless("POST /login" + HOST + FORM + "Content-Length: 900000\r\n\r\n", ""));
    System.out.println("Requests without an end: " + answers.size() + " tries, 0 hits " + answers);
    assertThat(answers).containsExactly("431", "413", "431", "414", "413");
  }

  /** The status with which something is given up, sent on until then. */
  private String endless(String begin, String more) throws IOException {
    Socket socket = open(begin);
    try {
      for (int i = 0; i < 2_000 && socket.getInputStream().available() == 0; i++) {
        if (more.isEmpty()) {
          break;
        }
        socket.getOutputStream().write(more.getBytes(ISO_8859_1));
      }
    } catch (SocketTimeoutException e) {
      throw e;
    } catch (IOException e) {
      // It was closed on the other side, which may have said why.
    }
    InputStream in = socket.getInputStream();
    byte[] line = in.readNBytes(12);
    return new String(line, ISO_8859_1).replaceFirst("HTTP/1.1 ", "");
  }

  /** Guesses of many at once are counted before they are looked at. */
  @Test
  void guessingAtOnceIsNoWayAround() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(16);
    List<Callable<Integer>> guesses = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      String guess = "Bearer guess-" + i;
      guesses.add(() -> served.get("/", "Authorization", guess).statusCode());
    }
    int looked = 0;
    for (Future<Integer> guess : threads.invokeAll(guesses)) {
      assertThat(guess.get()).isIn(401, 429);
      looked += guess.get() == 401 ? 1 : 0;
    }
    threads.shutdown();
    System.out.println("Guesses at once: 200 tries, " + looked + " looked at");
    assertThat(looked).isEqualTo(5);
  }

  /** A proxy tells of many; each has its tries, and all together have theirs. */
  @Test
  void guessingFromManyAddressesEndsToo(@TempDir Path other) throws IOException {
    new CollectionHome(other).make();
    try (Served behind =
        Served.of(other, KEYS, "", java.util.Set.of(), java.util.Set.of("127.0.0.1"))) {
      int looked = 0;
      for (int i = 0; i < 400; i++) {
        String[] with = {
          "X-Forwarded-For", "10.0." + i / 200 + "." + i % 200, "Authorization", "Bearer guess-" + i
        };
        looked += behind.get("/", with).statusCode() == 401 ? 1 : 0;
      }
      System.out.println("Guesses from 400 addresses: 400 tries, " + looked + " looked at");
      assertThat(looked).isEqualTo(100);
    }
  }

  /** One who has a network, or another port for each try, is one. */
  @Test
  void portsAndNeighboursAreOnePeer(@TempDir Path other) throws IOException {
    new CollectionHome(other).make();
    List<String> forms =
        List.of(
            "for=\"192.0.2.7:%d\"",
            "for=\"[2001:db8:1:2::%x]\"",
            "for=\"[2001:db8:1:3:4:5:6:%x]:4711\"",
            "for=\"[2001:db8:1:4::%x]:%1$d\"");
    try (Served behind =
        Served.of(other, KEYS, "", java.util.Set.of(), java.util.Set.of("127.0.0.1"))) {
      int looked = 0;
      for (String form : forms) {
        for (int i = 1; i <= 20; i++) {
          String[] with = {"Forwarded", form.formatted(i), "Authorization", "Bearer g-" + i + form};
          looked += behind.get("/", with).statusCode() == 401 ? 1 : 0;
        }
      }
      System.out.println("Guesses of neighbours: 80 tries, " + looked + " looked at");
      assertThat(looked).isEqualTo(4 * 5);
    }
  }
}
