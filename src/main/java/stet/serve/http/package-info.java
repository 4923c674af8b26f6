/** Requests and answers, which of them belong together, and the guards in front of them. */
@org.jspecify.annotations.NullMarked
package stet.serve.http;
