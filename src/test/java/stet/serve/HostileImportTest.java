package stet.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static stet.serve.Sending.AT;
import static stet.serve.Sending.EDITOR;
import static stet.serve.Sending.PAGE;
import static stet.serve.Sending.READER;
import static stet.serve.Sending.assertTidy;
import static stet.serve.Sending.bytes;
import static stet.serve.Sending.counts;
import static stet.serve.Sending.send;
import static stet.serve.Sending.until;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stet.app.CollectionHome;
import stet.serve.http.Access;

/** What is sent by those who may not, in ways in which nobody should, or is not what it seems. */
class HostileImportTest {
  @TempDir Path home;

  @BeforeEach
  void make() throws IOException {
    new CollectionHome(home).make();
  }

  @Test
  void onlyEditorsSendFiles() throws IOException {
    Access keys = Access.of(List.of("reader " + READER, "editor " + EDITOR), true);
    try (Served served = Served.of(home, keys)) {
      byte[] page = bytes(PAGE);
      assertThat(send(served, AT, "text/html", page).statusCode()).isEqualTo(403);
      assertThat(served.get("/import").statusCode()).isEqualTo(403);
      String reader = "Bearer " + READER;
      assertThat(send(served, AT, "text/html", page, "Authorization", reader).statusCode())
          .isEqualTo(403);
      String[] foreign = {"Authorization", "Bearer " + EDITOR, "Origin", "https://evil.example"};
      assertThat(send(served, AT, "text/html", page, foreign).statusCode()).isEqualTo(403);
      String editor = "Bearer " + EDITOR;
      assertThat(counts(send(served, AT, "text/html", page, "Authorization", editor)).isObject())
          .isTrue();
    }
  }

  @Test
  void whatIsTooLongIsRefusedBeforeItIsRead() throws IOException {
    Files.writeString(home.resolve("stet.toml"), "import.max-upload = 50000\n");
    try (Served served = Served.of(home, Access.OWN_MACHINE);
        Socket stated = open(served, "Content-Length: 99000000000")) {
      assertThat(status(stated)).isEqualTo(413);
      // Nobody sends a next request on a connection that ends.
      until(stated.getInputStream(), "Connection: close\r\n");
      try (Socket endless = open(served, "Transfer-Encoding: chunked")) {
        byte[] chunk = bytes("2000\r\n" + "x".repeat(0x2000) + "\r\n");
        for (int i = 0; i < 7; i++) {
          endless.getOutputStream().write(chunk);
        }
        assertThat(status(endless)).isEqualTo(413);
      }
      assertThat(served.faults()).isEmpty();
    }
    assertTidy(home);
  }

  @Test
  void oneFileIsTakenInAtATimeAndOneThatIsGivenUpMakesRoom() throws Exception {
    try (Served served = Served.of(home, Access.OWN_MACHINE)) {
      try (Socket first = open(served, "Content-Length: 100000")) {
        first.getOutputStream().write(bytes(PAGE));
        while (!isReceiving()) {
          Thread.sleep(10);
        }
        assertThat(send(served, AT, "text/html", bytes(PAGE)).statusCode()).isEqualTo(503);
      }
      HttpResponse<String> next = send(served, AT, "text/html", bytes(PAGE));
      while (next.statusCode() == 503) {
        Thread.sleep(10);
        next = send(served, AT, "text/html", bytes(PAGE));
      }
      assertThat(counts(next).path("added").asInt()).isEqualTo(1);
      assertThat(served.faults()).isEmpty();
    }
    assertTidy(home);
  }

  @Test
  void oneThatComesAByteAtATimeIsEnded() throws Exception {
    try (Served served = Served.of(home, Access.OWN_MACHINE);
        Socket slow = open(served, "Content-Length: 100000")) {
      slow.setSoTimeout(200);
      int status = 0;
      for (int i = 0; i < 200 && status == 0; i++) {
        slow.getOutputStream().write('x');
        try {
          status = status(slow);
        } catch (java.net.SocketTimeoutException e) {
          // Not yet.
        }
      }
      assertThat(status).isEqualTo(408);
    }
  }

  @Test
  void whatUnpacksToFarMoreThanItsSizeIsRefused() throws IOException {
    byte[] zeros = new byte[1 << 20];
    byte[] head =
        bytes(
            "WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://courier.example/\r\n"
                + "WARC-Date: 2026-03-14T12:00:00Z\r\nContent-Length: 629145600\r\n\r\n");
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(zip)) {
      out.putNextEntry(new ZipEntry("archive/../../../a.warc"));
      out.write(head);
      for (int i = 0; i < 600; i++) {
        out.write(zeros);
      }
    }
    ByteArrayOutputStream gzip = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(gzip)) {
      out.write(head);
      for (int i = 0; i < 600; i++) {
        out.write(zeros);
      }
    }
    try (Served served = Served.of(home, Access.OWN_MACHINE)) {
      HttpResponse<String> wacz = send(served, "", "application/wacz", zip.toByteArray());
      assertThat(wacz.statusCode()).isEqualTo(422);
      assertThat(wacz.body()).contains("more than 200 times its size");
      HttpResponse<String> warc = send(served, "", "application/warc", gzip.toByteArray());
      assertThat(warc.statusCode()).isEqualTo(422);
      assertThat(warc.body()).contains("more than 200 times its size");
      HttpResponse<String> page = send(served, AT, "text/html", gzip.toByteArray());
      assertThat(page.statusCode()).isEqualTo(422);
      assertThat(page.body()).contains("is larger than");
      assertThat(served.faults()).isEmpty();
    }
    assertTidy(home);
  }

  @Test
  void whatIsNotSaidRightIsRefused() throws IOException {
    try (Served served = Served.of(home, Access.OWN_MACHINE)) {
      byte[] page = bytes(PAGE);
      String url =
          "url=" + URLEncoder.encode("https://courier.example/pier", StandardCharsets.UTF_8);
      for (String query :
          List.of("", "url=courier.example", url + "&time=noon", url + "&time=2026-03-14")) {
        assertThat(send(served, query, "text/html", page).statusCode()).as(query).isEqualTo(400);
      }
      assertThat(send(served, url, "application/octet-stream", bytes("\0\1\2")).statusCode())
          .isEqualTo(400);
      assertThat(send(served, AT, "text/html", page, "Content-Encoding", "gzip").statusCode())
          .isEqualTo(415);
      assertThat(served.get("/api/v1/articles").body()).contains("\"articles\":[]");
      assertThat(served.faults()).isEmpty();
    }
  }

  private static Socket open(Served served, String length) throws IOException {
    Socket socket = new Socket(URI.create(served.at("/")).getHost(), served.port());
    String head =
        "POST /api/v1/import?"
            + AT
            + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/html\r\n"
            + length
            + "\r\n\r\n";
    // Nobody waits for an answer until a connection that sends nothing is given up.
    socket.setSoTimeout(20_000);
    socket.getOutputStream().write(bytes(head));
    return socket;
  }

  private static int status(Socket socket) throws IOException {
    return Integer.parseInt(until(socket.getInputStream(), "\r\n").split(" ")[1]);
  }

  private boolean isReceiving() throws IOException {
    if (!Files.exists(home.resolve("incoming"))) {
      return false;
    }
    try (Stream<Path> all = Files.list(home.resolve("incoming"))) {
      return all.findAny().isPresent();
    }
  }
}
