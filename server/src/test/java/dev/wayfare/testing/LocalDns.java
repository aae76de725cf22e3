package dev.wayfare.testing;

import dev.wayfare.connector.NameServers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/// A name server on a port of this machine, which knows what a test tells it.
public final class LocalDns implements AutoCloseable {
  private static final long TTL = 60;
  private static final int LARGEST = 1232;

  private final DatagramSocket socket;
  private final Map<Name, List<Record>> records = new ConcurrentHashMap<>();
  private volatile boolean troubled;

  public LocalDns() {
    try {
      socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    } catch (SocketException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().name("local dns").start(this::answerAll);
  }

  public NameServers asked() {
    return NameServers.of("127.0.0.1:" + socket.getLocalPort());
  }

  /// One more record, as a zone file has it: `record("help.example.com", "A", "203.0.113.7")`.
  public void record(String name, String type, String value) {
    try {
      var owner = Name.fromString(name, Name.root);
      var made = Record.fromString(owner, Type.value(type), DClass.IN, TTL, value, Name.root);
      records.computeIfAbsent(owner, _ -> new CopyOnWriteArrayList<>()).add(made);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void forget(String name) {
    try {
      records.remove(Name.fromString(name, Name.root));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// From now on every answer is that it cannot answer.
  public void troubled(boolean so) {
    troubled = so;
  }

  private void answerAll() {
    var packet = new DatagramPacket(new byte[LARGEST], LARGEST);
    while (!socket.isClosed()) {
      try {
        packet.setLength(LARGEST);
        socket.receive(packet);
        var asked = new byte[packet.getLength()];
        System.arraycopy(packet.getData(), 0, asked, 0, asked.length);
        var answer = answer(new Message(asked)).toWire();
        socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
      } catch (IOException e) {
        if (!socket.isClosed()) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private Message answer(Message asked) {
    var question = asked.getQuestion();
    var answer = new Message(asked.getHeader().getID());
    answer.getHeader().setFlag(Flags.QR);
    answer.getHeader().setFlag(Flags.RA);
    answer.addRecord(question, Section.QUESTION);
    var known = records.get(question.getName());
    if (troubled) {
      answer.getHeader().setRcode(Rcode.SERVFAIL);
    } else if (known == null) {
      answer.getHeader().setRcode(Rcode.NXDOMAIN);
    } else {
      known.stream()
          .filter(it -> it.getType() == question.getType())
          .forEach(it -> answer.addRecord(it, Section.ANSWER));
    }
    return answer;
  }

  @Override
  public void close() {
    socket.close();
  }
}
