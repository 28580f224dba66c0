"""What a process gives up before it opens a stranger's file: the network, more memory, time and disk than allowed, new
privileges. Linux: prctl(2), unshare(2), seccomp(2), setrlimit(2); elsewhere only the limits hold.
"""

from __future__ import annotations

import ctypes
import os
import platform
import resource
import signal
import struct
import sys

from satark.settings import CleaningLimits

_PDEATHSIG, _NO_NEW_PRIVS, _SECCOMP, _SECCOMP_FILTER = 1, 38, 22, 2
_NICENESS = 10  # messages go first
_NEW_USER, _NEW_NET = 0x10000000, 0x40000000
_ALLOW, _REFUSE_EPERM, _KILL = 0x7FFF0000, 0x00050001, 0x80000000
_LOAD, _EQUAL, _AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06
_OTHER_ABI = 0x40000000  # x32 calls on x86-64 carry this bit: they would pass by a list of numbers
# (audit architecture, numbers of socket, connect, ptrace, io_uring_setup)
_CALLS = {
    "x86_64": (0xC000003E, (41, 42, 101, 425)),
    "aarch64": (0xC00000B7, (198, 203, 117, 425)),
}


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_void_p))


def die_with_parent() -> None:
    """The process is killed when the one that started it ends."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PDEATHSIG, signal.SIGKILL, 0, 0, 0)


def lock_in(limits: CleaningLimits) -> bool:
    """Applies everything to this process and those it starts; whether the network is out of reach."""
    os.umask(0o077)
    os.nice(_NICENESS)
    die_with_parent()
    for what, most in (
        (resource.RLIMIT_AS, limits.memory_bytes),
        (resource.RLIMIT_CPU, limits.cpu_seconds),
        (resource.RLIMIT_FSIZE, limits.output_bytes * 4),
        (resource.RLIMIT_NOFILE, 128),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hard = resource.getrlimit(what)
        most = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(what, (most, most))
    if sys.platform != "linux":
        return False
    alone = _without_interfaces()
    return _without_sockets() or alone


def _without_interfaces() -> bool:
    """A network namespace of its own, without interfaces; needs root or user namespaces, which some hosts forbid."""
    library = ctypes.CDLL(None, use_errno=True)
    return library.unshare(_NEW_NET) == 0 or library.unshare(_NEW_USER | _NEW_NET) == 0


def _without_sockets() -> bool:
    """A filter that refuses to open or connect sockets, for this process and its children; needs no privilege."""
    known = _CALLS.get(platform.machine())
    if known is None:
        return False
    architecture, refused = known
    steps = [(_LOAD, 0, 0, 4), (_EQUAL, 1, 0, architecture), (_RETURN, 0, 0, _KILL), (_LOAD, 0, 0, 0)]
    steps += [(_AT_LEAST, 0, 1, _OTHER_ABI), (_RETURN, 0, 0, _REFUSE_EPERM)]
    for number in refused:
        steps += [(_EQUAL, 0, 1, number), (_RETURN, 0, 0, _REFUSE_EPERM)]
    steps.append((_RETURN, 0, 0, _ALLOW))
    code = ctypes.create_string_buffer(b"".join(struct.pack("=HBBI", *step) for step in steps))
    program = _Program(len(steps), ctypes.addressof(code))
    library = ctypes.CDLL(None, use_errno=True)
    if library.prctl(_NO_NEW_PRIVS, 1, 0, 0, 0):
        return False
    return bool(library.prctl(_SECCOMP, _SECCOMP_FILTER, ctypes.byref(program), 0, 0) == 0)
