package stet.render;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import stet.text.OneLine;
import stet.text.Truncation;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One browser's DevTools protocol over a pair of pipes: JSON messages, each ended by a zero byte. A
 * browser that says too much or something else loses the connection. For any number of threads.
 */
final class DevTools implements AutoCloseable {
  /** Pictures of long pages are the longest. */
  private static final int LONGEST = 96 << 20;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxStringLength(LONGEST)
                          .maxNestingDepth(200)
                          .build())
                  .build())
          .build();

  /** Is told what happens, on the thread that reads; must not wait for the browser there. */
  interface Listener {
    /**
     * @param session whose event it is; empty for the browser as a whole
     */
    void happened(String session, String event, JsonNode params);
  }

  private final InputStream in;
  private final OutputStream out;
  private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
  private final Map<String, Listener> listeners = new ConcurrentHashMap<>();
  private final AtomicInteger numbers = new AtomicInteger();
  private volatile @Nullable IOException ended;

  DevTools(InputStream in, OutputStream out) {
    this.in = new BufferedInputStream(in, 1 << 16);
    this.out = out;
    Thread reader = new Thread(this::read, "browser-devtools");
    reader.setDaemon(true);
    reader.start();
  }

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /** Hears what happens in a session; empty for what happens in the browser as a whole. */
  void listen(String session, Listener listener) {
    listeners.put(session, listener);
  }

  /** Hears no more of a session. */
  void unlisten(String session) {
    listeners.remove(session);
  }

  /**
   * Asks and waits.
   *
   * @param session empty for the browser as a whole
   * @throws RenderException when the browser refuses, takes longer, or is gone
   */
  JsonNode call(String session, String method, ObjectNode params, Duration most)
      throws RenderException {
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    int number = numbers.incrementAndGet();
    waiting.put(number, answer);
    try {
      write(number, session, method, params);
      JsonNode message = answer.get(Math.max(1, most.toMillis()), TimeUnit.MILLISECONDS);
      if (message.has("error")) {
        String why = message.path("error").path("message").asString("");
        throw new RenderException(method + ": " + Truncation.head(OneLine.of(why), 200));
      }
      return message.path("result");
    } catch (TimeoutException e) {
      throw new RenderException("the browser did not answer in time (" + method + ")", e);
    } catch (ExecutionException e) {
      throw new RenderException("the browser ended (" + method + ")", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RenderException("interrupted", e);
    } finally {
      waiting.remove(number);
    }
  }

  /** Says something whose answer nobody waits for. */
  void say(String session, String method, ObjectNode params) {
    try {
      write(numbers.incrementAndGet(), session, method, params);
    } catch (RenderException e) {
      // Whoever waits for the browser is told that it is gone.
    }
  }

  private void write(int number, String session, String method, ObjectNode params)
      throws RenderException {
    ObjectNode message = object();
    message.put("id", number).put("method", method).set("params", params);
    if (!session.isEmpty()) {
      message.put("sessionId", session);
    }
    byte[] bytes = MAPPER.writeValueAsBytes(message);
    try {
      IOException gone = ended;
      if (gone != null) {
        throw gone;
      }
      synchronized (out) {
        out.write(bytes);
        out.write(0);
        out.flush();
      }
    } catch (IOException e) {
      throw new RenderException("the browser is gone", e);
    }
  }

  private void read() {
    try {
      for (byte[] message = next(); message != null; message = next()) {
        take(MAPPER.readTree(message));
      }
      end(new IOException("it closed the connection"));
    } catch (IOException | JacksonException e) {
      end(new IOException("the connection broke", e));
    }
  }

  private byte @Nullable [] next() throws IOException {
    ByteArrayOutputStream message = new ByteArrayOutputStream(1 << 12);
    for (int b = in.read(); b >= 0; b = in.read()) {
      if (b == 0) {
        return message.toByteArray();
      }
      if (message.size() >= LONGEST) {
        throw new IOException("a message of more than " + LONGEST + " bytes");
      }
      message.write(b);
    }
    return null;
  }

  private void take(JsonNode message) {
    if (message.has("id")) {
      CompletableFuture<JsonNode> answer = waiting.get(message.get("id").asInt(0));
      if (answer != null) {
        answer.complete(message);
      }
      return;
    }
    Listener listener = listeners.get(message.path("sessionId").asString(""));
    if (listener != null) {
      listener.happened(
          message.path("sessionId").asString(""),
          message.path("method").asString(""),
          message.path("params"));
    }
  }

  private void end(IOException why) {
    ended = why;
    waiting.values().forEach(answer -> answer.completeExceptionally(why));
  }

  @Override
  public void close() {
    end(new IOException("closed"));
    try {
      out.close();
    } catch (IOException e) {
      // The browser has closed its end before.
    }
  }
}
