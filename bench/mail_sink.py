"""A mail server for trying things out: takes whatever it is given and prints it.

usage: python3 mail_sink.py PORT      listens on 127.0.0.1 only, delivers nowhere
"""
import socketserver
import sys


class Session(socketserver.StreamRequestHandler):
    def reply(self, line):
        self.wfile.write((line + "\r\n").encode())

    def handle(self):
        self.reply("220 sink")
        message = None
        for raw in self.rfile:
            line = raw.decode("utf-8", "replace").rstrip("\r\n")
            if message is not None:
                if line == ".":
                    print("\n".join(message) + "\n-----", flush=True)
                    message = None
                    self.reply("250 taken")
                else:
                    message.append(line)
            elif line.upper() == "DATA":
                message = []
                self.reply("354 go on")
            elif line.upper() == "QUIT":
                self.reply("221 bye")
                return
            else:
                self.reply("250 yes")


class Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True


Server(("127.0.0.1", int(sys.argv[1])), Session).serve_forever()
