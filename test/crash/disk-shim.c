// Loaded with LD_PRELOAD. Counts every operation that changes something under DISK_FOLDER, and at a chosen one makes it
// fail or kills the process. With DISK_LOG it also writes down what each operation did, for the power-loss replay.
//
// DISK_CONTROL is a file of eight 64-bit numbers, mapped, so that the program under test can steer its own disk:
//   0 armed   1 operations so far   2 fail at   3 errno   4 fail from then on   5 kill at   6 failures given
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

enum { ARMED, COUNT, FAIL_AT, ERRNO, STICKY, KILL_AT, FAILED, FIELDS = 8 };
enum { DESCRIPTORS = 65536 };

static volatile int64_t *control;
static const char *folder;
static size_t folder_length;
static int log_descriptor = -1;
static unsigned char watched[DESCRIPTORS];
static pthread_mutex_t one_at_a_time = PTHREAD_MUTEX_INITIALIZER;

#define REAL(name) \
  static __typeof__(&name) real; \
  if (!real) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

__attribute__((constructor)) static void start(void) {
  folder = getenv("DISK_FOLDER");
  const char *control_file = getenv("DISK_CONTROL");
  const char *log_file = getenv("DISK_LOG");
  if (!folder || !control_file) return;
  folder_length = strlen(folder);
  int descriptor = (int)syscall(SYS_openat, AT_FDCWD, control_file, O_RDWR | O_CLOEXEC);
  if (descriptor < 0) abort();
  void *map = mmap(NULL, FIELDS * sizeof(int64_t), PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0);
  if (map == MAP_FAILED) abort();
  control = map;
  if (log_file) {
    log_descriptor = (int)syscall(SYS_openat, AT_FDCWD, log_file, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (log_descriptor < 0) abort();
  }
}

static int is_watched_path(const char *path) {
  return control && control[ARMED] && path && strncmp(path, folder, folder_length) == 0 &&
         (path[folder_length] == '/' || path[folder_length] == 0);
}

static int is_watched(int descriptor) {
  return control && control[ARMED] && descriptor >= 0 && descriptor < DESCRIPTORS && watched[descriptor];
}

// Whether the next operation must fail; does not return when it must kill.
static int must_fail(void) {
  int64_t number = __sync_fetch_and_add(&control[COUNT], 1);
  if (number == control[KILL_AT]) {
    syscall(SYS_kill, getpid(), SIGKILL);
    for (;;) pause();
  }
  if (control[FAIL_AT] < 0) return 0;
  int fails = control[STICKY] ? number >= control[FAIL_AT] : number == control[FAIL_AT];
  if (!fails) return 0;
  control[FAILED] += 1;
  errno = (int)control[ERRNO];
  return 1;
}

// One record: kind, inode, offset or length, sizes of two paths or of the data, then those bytes.
static void record(char kind, uint64_t inode, uint64_t offset, const void *one, size_t one_size, const void *two, size_t two_size) {
  if (log_descriptor < 0) return;
  int saved = errno;
  struct __attribute__((packed)) {
    char kind;
    uint64_t inode, offset;
    uint32_t one_size, two_size;
  } head = {kind, inode, offset, (uint32_t)one_size, (uint32_t)two_size};
  struct iovec parts[3] = {{&head, sizeof head}, {(void *)one, one_size}, {(void *)two, two_size}};
  pthread_mutex_lock(&one_at_a_time);
  syscall(SYS_writev, log_descriptor, parts, 3);
  pthread_mutex_unlock(&one_at_a_time);
  errno = saved;
}

static uint64_t inode_of(int descriptor) {
  struct stat found;
  return syscall(SYS_fstat, descriptor, &found) == 0 ? found.st_ino : 0;
}

static int exists(const char *path) {
  struct stat found;
  return syscall(SYS_newfstatat, AT_FDCWD, path, &found, AT_SYMLINK_NOFOLLOW) == 0;
}

static void after_open(int descriptor, const char *path, int flags, int existed) {
  if (descriptor < 0 || descriptor >= DESCRIPTORS) return;
  watched[descriptor] = (unsigned char)(control && path && strncmp(path, folder, folder_length) == 0);
  if (!is_watched_path(path)) return;
  if (!existed) record('C', inode_of(descriptor), 0, path, strlen(path), NULL, 0);
  else if (flags & O_TRUNC) record('T', inode_of(descriptor), 0, NULL, 0, NULL, 0);
}

#define OPEN(name) \
  int name(const char *path, int flags, ...) { \
    REAL(name); \
    mode_t mode = 0; \
    if (flags & (O_CREAT | __O_TMPFILE)) { va_list rest; va_start(rest, flags); mode = va_arg(rest, mode_t); va_end(rest); } \
    int existed = is_watched_path(path) ? exists(path) : 1; \
    if (is_watched_path(path) && (existed ? flags & O_TRUNC : flags & O_CREAT) && must_fail()) return -1; \
    int descriptor = real(path, flags, mode); \
    after_open(descriptor, path, flags, existed); \
    return descriptor; \
  }
OPEN(open)
OPEN(open64)

#define OPENAT(name) \
  int name(int at, const char *path, int flags, ...) { \
    REAL(name); \
    mode_t mode = 0; \
    if (flags & (O_CREAT | __O_TMPFILE)) { va_list rest; va_start(rest, flags); mode = va_arg(rest, mode_t); va_end(rest); } \
    int existed = is_watched_path(path) ? exists(path) : 1; \
    if (is_watched_path(path) && (existed ? flags & O_TRUNC : flags & O_CREAT) && must_fail()) return -1; \
    int descriptor = real(at, path, flags, mode); \
    after_open(descriptor, path, flags, existed); \
    return descriptor; \
  }
OPENAT(openat)
OPENAT(openat64)

int close(int descriptor) {
  REAL(close);
  if (descriptor >= 0 && descriptor < DESCRIPTORS) watched[descriptor] = 0;
  return real(descriptor);
}

ssize_t write(int descriptor, const void *bytes, size_t count) {
  REAL(write);
  if (!is_watched(descriptor)) return real(descriptor, bytes, count);
  if (must_fail()) return -1;
  off_t at = lseek(descriptor, 0, SEEK_CUR);
  ssize_t written = real(descriptor, bytes, count);
  if (written > 0) record('W', inode_of(descriptor), (uint64_t)at, bytes, (size_t)written, NULL, 0);
  return written;
}

#define PWRITE(name) \
  ssize_t name(int descriptor, const void *bytes, size_t count, __off64_t at) { \
    static ssize_t (*real)(int, const void *, size_t, __off64_t); \
    if (!real) real = (ssize_t (*)(int, const void *, size_t, __off64_t))dlsym(RTLD_NEXT, #name); \
    if (!is_watched(descriptor)) return real(descriptor, bytes, count, at); \
    if (must_fail()) return -1; \
    ssize_t written = real(descriptor, bytes, count, at); \
    if (written > 0) record('W', inode_of(descriptor), (uint64_t)at, bytes, (size_t)written, NULL, 0); \
    return written; \
  }
PWRITE(pwrite)
PWRITE(pwrite64)

#define FTRUNCATE(name) \
  int name(int descriptor, __off64_t length) { \
    static int (*real)(int, __off64_t); \
    if (!real) real = (int (*)(int, __off64_t))dlsym(RTLD_NEXT, #name); \
    if (!is_watched(descriptor)) return real(descriptor, length); \
    if (must_fail()) return -1; \
    int result = real(descriptor, length); \
    if (result == 0) record('T', inode_of(descriptor), (uint64_t)length, NULL, 0, NULL, 0); \
    return result; \
  }
FTRUNCATE(ftruncate)
FTRUNCATE(ftruncate64)

static void record_sync(int descriptor) {
  char link[64], path[PATH_MAX];
  snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
  ssize_t length = readlink(link, path, sizeof path);
  if (length > 0) record('S', inode_of(descriptor), 0, path, (size_t)length, NULL, 0);
}

#define SYNC(name) \
  int name(int descriptor) { \
    REAL(name); \
    if (!is_watched(descriptor)) return real(descriptor); \
    if (must_fail()) return -1; \
    int result = real(descriptor); \
    if (result == 0) record_sync(descriptor); \
    return result; \
  }
SYNC(fsync)
SYNC(fdatasync)

#define REMOVE(name) \
  int name(const char *path) { \
    REAL(name); \
    if (!is_watched_path(path)) return real(path); \
    if (exists(path) && must_fail()) return -1; \
    int result = real(path); \
    if (result == 0) record('U', 0, 0, path, strlen(path), NULL, 0); \
    return result; \
  }
REMOVE(unlink)
REMOVE(remove)
REMOVE(rmdir)

int unlinkat(int at, const char *path, int flags) {
  REAL(unlinkat);
  if (!is_watched_path(path)) return real(at, path, flags);
  if (exists(path) && must_fail()) return -1;
  int result = real(at, path, flags);
  if (result == 0) record('U', 0, 0, path, strlen(path), NULL, 0);
  return result;
}

int rename(const char *from, const char *to) {
  REAL(rename);
  if (!is_watched_path(from)) return real(from, to);
  if (must_fail()) return -1;
  int result = real(from, to);
  if (result == 0) record('R', 0, 0, from, strlen(from), to, strlen(to));
  return result;
}

int link(const char *from, const char *to) {
  REAL(link);
  if (!is_watched_path(from)) return real(from, to);
  if (must_fail()) return -1;
  int result = real(from, to);
  if (result == 0) record('L', 0, 0, from, strlen(from), to, strlen(to));
  return result;
}

int mkdir(const char *path, mode_t mode) {
  REAL(mkdir);
  if (!is_watched_path(path)) return real(path, mode);
  if (!exists(path) && must_fail()) return -1;
  int result = real(path, mode);
  if (result == 0) record('D', 0, 0, path, strlen(path), NULL, 0);
  return result;
}
