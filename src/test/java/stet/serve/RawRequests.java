package stet.serve;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.util.List;

/** Requests that no client would send, written byte for byte. */
final class RawRequests {
  private RawRequests() {}

  static String answer(Served asked, String target, String... headers) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", asked.port())) {
      socket.setSoTimeout(60_000);
      String head = "GET " + target + " HTTP/1.1\r\n" + String.join("\r\n", headers) + "\r\n";
      socket.getOutputStream().write((head + "Connection: close\r\n\r\n").getBytes(ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }

  static int status(String answer) {
    return Integer.parseInt(answer.split(" ")[1]);
  }

  static void told(String name, int tries, List<String> hits) {
    System.out.println(name + ": " + tries + " tries, " + hits.size() + " hits");
    assertThat(hits).isEmpty();
  }
}
