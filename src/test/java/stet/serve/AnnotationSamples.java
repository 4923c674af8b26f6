package stet.serve;

import java.util.ArrayList;
import java.util.List;
import stet.serve.OpenApiTest.Sample;

/** Requests about annotations, as OpenApiTest asks them. */
final class AnnotationSamples {
  private AnnotationSamples() {}

  /**
   * @param key of an article
   * @param annotation one that is there
   * @param doomed one that is removed by one of them
   */
  static List<Sample> all(String key, String annotation, String doomed) {
    String path = "/annotations";
    String two = path + "/{id}";
    String there = path + "/" + annotation;
    String said = "{\"article\": \"%s\", \"version\": 2, \"verdict\": \"softened\"}".formatted(key);
    List<Sample> all =
        new ArrayList<>(OpenApiTest.reads(path, path + "?limit=1", path + "?after=x"));
    all.add(OpenApiTest.get(path, "404", path + "?article=none"));
    all.add(OpenApiTest.get(path, "200", path, "Accept", "application/x-ndjson"));
    all.addAll(remarks("post", path, path, said));
    all.add(OpenApiTest.post(path, "404", said.replace(key, "none")));
    all.add(OpenApiTest.get(two, "200", there));
    all.add(OpenApiTest.get(two, "401", there));
    all.add(OpenApiTest.get(two, "404", path + "/none"));
    all.add(new Sample("get " + two, "default", there, "PATCH", new String[0]));
    all.addAll(remarks("put", two, there, "{\"note\": \"x\"}"));
    all.add(new Sample("put " + two, "404", path + "/none", "{\"note\": \"x\"}", new String[0]));
    all.add(new Sample("delete " + two, "401", there, "", new String[0]));
    all.add(
        new Sample(
            "delete " + two, "403", there, "", new String[] {"Authorization", OpenApiTest.READER}));
    all.add(new Sample("delete " + two, "404", path + "/none", "", new String[0]));
    all.add(new Sample("delete " + two, "default", there, "PATCH", new String[0]));
    all.add(new Sample("delete " + two, "204", path + "/" + doomed, "", new String[0]));
    return all;
  }

  private static List<Sample> remarks(String method, String path, String at, String said) {
    String operation = method + " " + path;
    String[] reader = {"Authorization", OpenApiTest.READER};
    String[] xml = {"Content-Type", "application/xml"};
    return List.of(
        new Sample(operation, "200", at, said, new String[0]),
        new Sample(operation, "400", at, "{\"version\": 2, \"verdict\": 7}", new String[0]),
        new Sample(operation, "401", at, said, new String[0]),
        new Sample(operation, "403", at, said, reader),
        new Sample(operation, "413", at, " ".repeat(1 << 17) + said, new String[0]),
        new Sample(operation, "415", at, said, xml),
        new Sample(operation, "default", at, "PATCH", new String[0]));
  }
}
