package stet.serve;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stet.app.CollectionHome;
import stet.serve.http.Access;

/** How many connections are held at a time, and what one takes that says nothing. */
class ConnectionLimitTest {
  private static final String WHOLE = "GET /stet.css HTTP/1.1\r\nHost: localhost\r\n\r\n";
  private static final String LAST =
      "GET /stet.css HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

  /** Connections that are opened and idle. */
  private static final int IDLE = 1_000;

  /** What each may take of the heap and beside it, both ends of it, in bytes. */
  private static final long EACH = 12 << 10;

  @TempDir Path home;
  private final List<Socket> sockets = new ArrayList<>();

  @BeforeEach
  void make() throws IOException {
    new CollectionHome(home).make();
  }

  @AfterEach
  void stop() throws IOException {
    leave(sockets.size());
  }

  private void leave(int many) throws IOException {
    for (int i = 0; i < many; i++) {
      sockets.remove(sockets.size() - 1).close();
    }
  }

  private Socket open(Served served, String said) throws IOException {
    Socket socket = new Socket("127.0.0.1", served.port());
    sockets.add(socket);
    socket.getOutputStream().write(said.getBytes(ISO_8859_1));
    return socket;
  }

  private static String status(Socket socket, int millis) throws IOException {
    socket.setSoTimeout(millis);
    return new String(socket.getInputStream().readNBytes(12), ISO_8859_1);
  }

  @Test
  void whoComesWhenAllPlacesAreTakenWaitsUntilSomebodyLeaves() throws IOException {
    Files.writeString(home.resolve("stet.toml"), "serve.max-connections = 3\n");
    try (Served served = Served.of(home, Access.OWN_MACHINE)) {
      for (int i = 0; i < 3; i++) {
        // Each is answered and stays, as browsers do.
        assertThat(status(open(served, WHOLE), 20_000)).isEqualTo("HTTP/1.1 200");
      }
      Socket fourth = open(served, LAST);
      Socket fifth = open(served, LAST);
      assertThatThrownBy(() -> status(fourth, 1_500)).isInstanceOf(SocketTimeoutException.class);
      sockets.get(0).close();
      assertThat(status(fourth, 20_000)).isEqualTo("HTTP/1.1 200");
      // The fourth leaves by itself once it was answered, and makes room for the fifth.
      fourth.close();
      assertThat(status(fifth, 20_000)).isEqualTo("HTTP/1.1 200");
      fifth.close();
      sockets.get(1).close();
      sockets.get(2).close();
      for (int i = 0; i < 20; i++) {
        assertThat(status(open(served, LAST), 20_000)).isEqualTo("HTTP/1.1 200");
        leave(1);
      }
      assertThat(served.faults()).isEmpty();
    }
  }

  /** A third was answered once, a third has never said a word, a third began to. */
  @Test
  void athousandIdleConnectionsTakeLittleMemory() throws Exception {
    try (Served served = Served.of(home, Access.OWN_MACHINE)) {
      round(served, 50);
      leave(sockets.size());
      long heap = heap();
      long beside = beside();
      round(served, IDLE);
      long heapEach = (heap() - heap) / IDLE;
      long besideEach = (beside() - beside) / IDLE;
      for (int i = 0; i < 20; i++) {
        assertThat(status(open(served, LAST), 20_000)).isEqualTo("HTTP/1.1 200");
      }
      System.out.println(
          "Idle connections: "
              + IDLE
              + ", "
              + heapEach
              + " bytes of heap each, "
              + besideEach
              + " beside it, 20 of 20 others answered");
      assertThat(sockets).hasSize(IDLE + 20);
      assertThat(heapEach).isLessThan(EACH);
      assertThat(besideEach).isLessThan(EACH);
      assertThat(served.faults()).isEmpty();
    }
  }

  private void round(Served served, int many) throws IOException {
    for (int i = 0; i < many; i++) {
      String said = List.of("", "GET / HT", WHOLE).get(i % 3);
      Socket socket = open(served, said);
      if (said.equals(WHOLE)) {
        assertThat(status(socket, 20_000)).isEqualTo("HTTP/1.1 200");
      }
    }
  }

  /** The heap in use once nothing is left to be thrown away. */
  private static long heap() throws InterruptedException {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 5; i++) {
      System.gc();
      Thread.sleep(100);
      least = Math.min(least, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
    }
    return least;
  }

  /** Buffers that lie outside of it. */
  private static long beside() {
    return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
        .mapToLong(BufferPoolMXBean::getMemoryUsed)
        .sum();
  }
}
