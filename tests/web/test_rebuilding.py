"""The record decided anew beside the pages."""

import threading

from dateline.web import rebuilding
from dateline.web.rebuilding import Rebuilding


def test_what_is_asked_for_while_a_build_runs_is_done_after_it_once(tmp_path, monkeypatch):
    built, begun, go = [], threading.Event(), threading.Event()

    def rebuild(path):
        begun.set()
        go.wait(10)
        built.append(path)

    monkeypatch.setattr(rebuilding, "rebuild", rebuild)
    work = Rebuilding(tmp_path)
    assert not work.ask(wait=0)
    begun.wait(10)
    assert not work.ask(wait=0)
    assert not work.ask(wait=0)
    go.set()
    while not work.ask(wait=10):
        pass
    assert len(built) in (2, 3)  # the first, the one for both others, and perhaps one for the last question


def test_a_build_that_fails_leaves_room_for_the_next(tmp_path, monkeypatch):
    monkeypatch.setattr(threading, "excepthook", lambda given: None)
    built = []

    def rebuild(path):
        built.append(path)
        if len(built) == 1:
            raise OSError("disk full")

    monkeypatch.setattr(rebuilding, "rebuild", rebuild)
    work = Rebuilding(tmp_path)
    assert work.ask(wait=10)
    assert work.ask(wait=10)
    assert len(built) == 2
