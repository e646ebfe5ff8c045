import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  _enum,
  _null,
  array,
  boolean,
  int,
  literal,
  number,
  record,
  require_dist,
  strictObject,
  string
} from "./chunk-GT6B6EJW.js";
import {
  cleanBytes,
  decodeActionsLine,
  unfinishedCode
} from "./chunk-55YYQKXH.js";
import {
  describe
} from "./chunk-UIGTJO4Z.js";
import {
  __commonJS,
  __require,
  __toESM
} from "./chunk-6636AVS4.js";

// node_modules/pend/index.js
var require_pend = __commonJS({
  "node_modules/pend/index.js"(exports, module) {
    module.exports = Pend;
    function Pend() {
      this.pending = 0, this.max = 1 / 0, this.listeners = [], this.waiting = [], this.error = null;
    }
    Pend.prototype.go = function(fn) {
      this.pending < this.max ? pendGo(this, fn) : this.waiting.push(fn);
    };
    Pend.prototype.wait = function(cb) {
      this.pending === 0 ? cb(this.error) : this.listeners.push(cb);
    };
    Pend.prototype.hold = function() {
      return pendHold(this);
    };
    function pendHold(self) {
      self.pending += 1;
      var called = !1;
      return onCb;
      function onCb(err) {
        if (called) throw new Error("callback called twice");
        if (called = !0, self.error = self.error || err, self.pending -= 1, self.waiting.length > 0 && self.pending < self.max)
          pendGo(self, self.waiting.shift());
        else if (self.pending === 0) {
          var listeners = self.listeners;
          self.listeners = [], listeners.forEach(cbListener);
        }
      }
      function cbListener(listener) {
        listener(self.error);
      }
    }
    function pendGo(self, fn) {
      fn(pendHold(self));
    }
  }
});

// node_modules/yauzl/fd-slicer.js
var require_fd_slicer = __commonJS({
  "node_modules/yauzl/fd-slicer.js"(exports) {
    var fs = __require("fs"), util = __require("util"), stream = __require("stream"), Readable = stream.Readable, PassThrough = stream.PassThrough, Pend = require_pend(), EventEmitter = __require("events").EventEmitter;
    exports.BufferSlicer = BufferSlicer;
    exports.FdSlicer = FdSlicer;
    util.inherits(FdSlicer, EventEmitter);
    function FdSlicer(fd) {
      EventEmitter.call(this), this.fd = fd, this.pend = new Pend(), this.pend.max = 1, this.refCount = 0;
    }
    FdSlicer.prototype.read = function(buffer, offset, length, position, callback) {
      var self = this;
      self.pend.go(function(cb) {
        fs.read(self.fd, buffer, offset, length, position, function(err, bytesRead, buffer2) {
          cb(), callback(err, bytesRead, buffer2);
        });
      });
    };
    FdSlicer.prototype.createReadStream = function(options2) {
      return new ReadStream(this, options2);
    };
    FdSlicer.prototype.ref = function() {
      this.refCount += 1;
    };
    FdSlicer.prototype.unref = function() {
      var self = this;
      if (self.refCount -= 1, self.refCount < 0) throw new Error("invalid unref");
      if (self.refCount > 0) return;
      fs.close(self.fd, onCloseDone);
      function onCloseDone(err) {
        err ? self.emit("error", err) : self.emit("close");
      }
    };
    util.inherits(ReadStream, Readable);
    function ReadStream(context, options2) {
      options2 = options2 || {}, Readable.call(this, options2), this.context = context, this.context.ref(), this.start = options2.start || 0, this.endOffset = options2.end, this.pos = this.start;
    }
    ReadStream.prototype._read = function(n) {
      var self = this, toRead = Math.min(self._readableState.highWaterMark, n);
      if (self.endOffset != null && (toRead = Math.min(toRead, self.endOffset - self.pos)), toRead <= 0) {
        self.push(null), this._cleanup();
        return;
      }
      self.context.pend.go(function(cb) {
        var buffer = Buffer.allocUnsafe(toRead);
        fs.read(self.context.fd, buffer, 0, toRead, self.pos, function(err, bytesRead) {
          err ? self.destroy(err) : bytesRead === 0 ? (self.push(null), self._cleanup()) : (self.pos += bytesRead, self.push(buffer.slice(0, bytesRead))), cb();
        });
      });
    };
    ReadStream.prototype._destroy = function(err, cb) {
      this._cleanup(), cb(err);
    };
    ReadStream.prototype._cleanup = function() {
      this.context != null && (this.context.unref(), this.context = null);
    };
    util.inherits(BufferSlicer, EventEmitter);
    function BufferSlicer(buffer) {
      EventEmitter.call(this), this.refCount = 0, this.buffer = buffer;
    }
    BufferSlicer.prototype.read = function(buffer, offset, length, position, callback) {
      if (!(0 <= offset && offset <= buffer.length)) throw new RangeError("offset outside buffer: 0 <= " + offset + " <= " + buffer.length);
      if (position < 0) throw new RangeError("position is negative: " + position);
      if (offset + length > buffer.length && (length = buffer.length - offset), position + length > this.buffer.length && (length = this.buffer.length - position), length <= 0) {
        setImmediate(function() {
          callback(null, 0);
        });
        return;
      }
      this.buffer.copy(buffer, offset, position, position + length), setImmediate(function() {
        callback(null, length);
      });
    };
    BufferSlicer.prototype.createReadStream = function(options2) {
      options2 = options2 || {};
      var readStream = new PassThrough(options2);
      readStream.start = options2.start || 0, readStream.endOffset = options2.end, readStream.pos = readStream.endOffset || this.buffer.length;
      for (var entireSlice = this.buffer.slice(readStream.start, readStream.pos), maxChunkSize = 65536, offset = 0; ; ) {
        var nextOffset = offset + maxChunkSize;
        if (nextOffset >= entireSlice.length) {
          offset < entireSlice.length && readStream.write(entireSlice.slice(offset, entireSlice.length));
          break;
        }
        readStream.write(entireSlice.slice(offset, nextOffset)), offset = nextOffset;
      }
      return readStream.end(), readStream;
    };
    BufferSlicer.prototype.ref = function() {
      this.refCount += 1;
    };
    BufferSlicer.prototype.unref = function() {
      if (this.refCount -= 1, this.refCount < 0)
        throw new Error("invalid unref");
    };
  }
});

// node_modules/yauzl/crc32.js
var require_crc32 = __commonJS({
  "node_modules/yauzl/crc32.js"(exports, module) {
    var CRC_TABLE = new Int32Array([
      0,
      1996959894,
      3993919788,
      2567524794,
      124634137,
      1886057615,
      3915621685,
      2657392035,
      249268274,
      2044508324,
      3772115230,
      2547177864,
      162941995,
      2125561021,
      3887607047,
      2428444049,
      498536548,
      1789927666,
      4089016648,
      2227061214,
      450548861,
      1843258603,
      4107580753,
      2211677639,
      325883990,
      1684777152,
      4251122042,
      2321926636,
      335633487,
      1661365465,
      4195302755,
      2366115317,
      997073096,
      1281953886,
      3579855332,
      2724688242,
      1006888145,
      1258607687,
      3524101629,
      2768942443,
      901097722,
      1119000684,
      3686517206,
      2898065728,
      853044451,
      1172266101,
      3705015759,
      2882616665,
      651767980,
      1373503546,
      3369554304,
      3218104598,
      565507253,
      1454621731,
      3485111705,
      3099436303,
      671266974,
      1594198024,
      3322730930,
      2970347812,
      795835527,
      1483230225,
      3244367275,
      3060149565,
      1994146192,
      31158534,
      2563907772,
      4023717930,
      1907459465,
      112637215,
      2680153253,
      3904427059,
      2013776290,
      251722036,
      2517215374,
      3775830040,
      2137656763,
      141376813,
      2439277719,
      3865271297,
      1802195444,
      476864866,
      2238001368,
      4066508878,
      1812370925,
      453092731,
      2181625025,
      4111451223,
      1706088902,
      314042704,
      2344532202,
      4240017532,
      1658658271,
      366619977,
      2362670323,
      4224994405,
      1303535960,
      984961486,
      2747007092,
      3569037538,
      1256170817,
      1037604311,
      2765210733,
      3554079995,
      1131014506,
      879679996,
      2909243462,
      3663771856,
      1141124467,
      855842277,
      2852801631,
      3708648649,
      1342533948,
      654459306,
      3188396048,
      3373015174,
      1466479909,
      544179635,
      3110523913,
      3462522015,
      1591671054,
      702138776,
      2966460450,
      3352799412,
      1504918807,
      783551873,
      3082640443,
      3233442989,
      3988292384,
      2596254646,
      62317068,
      1957810842,
      3939845945,
      2647816111,
      81470997,
      1943803523,
      3814918930,
      2489596804,
      225274430,
      2053790376,
      3826175755,
      2466906013,
      167816743,
      2097651377,
      4027552580,
      2265490386,
      503444072,
      1762050814,
      4150417245,
      2154129355,
      426522225,
      1852507879,
      4275313526,
      2312317920,
      282753626,
      1742555852,
      4189708143,
      2394877945,
      397917763,
      1622183637,
      3604390888,
      2714866558,
      953729732,
      1340076626,
      3518719985,
      2797360999,
      1068828381,
      1219638859,
      3624741850,
      2936675148,
      906185462,
      1090812512,
      3747672003,
      2825379669,
      829329135,
      1181335161,
      3412177804,
      3160834842,
      628085408,
      1382605366,
      3423369109,
      3138078467,
      570562233,
      1426400815,
      3317316542,
      2998733608,
      733239954,
      1555261956,
      3268935591,
      3050360625,
      752459403,
      1541320221,
      2607071920,
      3965973030,
      1969922972,
      40735498,
      2617837225,
      3943577151,
      1913087877,
      83908371,
      2512341634,
      3803740692,
      2075208622,
      213261112,
      2463272603,
      3855990285,
      2094854071,
      198958881,
      2262029012,
      4057260610,
      1759359992,
      534414190,
      2176718541,
      4139329115,
      1873836001,
      414664567,
      2282248934,
      4279200368,
      1711684554,
      285281116,
      2405801727,
      4167216745,
      1634467795,
      376229701,
      2685067896,
      3608007406,
      1308918612,
      956543938,
      2808555105,
      3495958263,
      1231636301,
      1047427035,
      2932959818,
      3654703836,
      1088359270,
      936918e3,
      2847714899,
      3736837829,
      1202900863,
      817233897,
      3183342108,
      3401237130,
      1404277552,
      615818150,
      3134207493,
      3453421203,
      1423857449,
      601450431,
      3009837614,
      3294710456,
      1567103746,
      711928724,
      3020668471,
      3272380065,
      1510334235,
      755167117
    ]);
    function crc322(buf) {
      let crc = -1;
      for (let x of buf)
        crc = CRC_TABLE[(crc ^ x) & 255] ^ crc >>> 8;
      return (crc ^ -1) >>> 0;
    }
    module.exports = crc322;
  }
});

// node_modules/yauzl/index.js
var require_yauzl = __commonJS({
  "node_modules/yauzl/index.js"(exports) {
    var fs = __require("fs"), zlib2 = __require("zlib"), fd_slicer = require_fd_slicer(), util = __require("util"), EventEmitter = __require("events").EventEmitter, Transform = __require("stream").Transform, PassThrough = __require("stream").PassThrough, Writable = __require("stream").Writable, crc322 = typeof zlib2.crc32 == "function" ? zlib2.crc32 : require_crc32();
    exports.open = open2;
    exports.fromFd = fromFd;
    exports.fromBuffer = fromBuffer;
    exports.fromRandomAccessReader = fromRandomAccessReader;
    exports.openPromise = openPromise;
    exports.fromFdPromise = fromFdPromise;
    exports.fromBufferPromise = fromBufferPromise;
    exports.fromRandomAccessReaderPromise = fromRandomAccessReaderPromise;
    exports.dosDateTimeToDate = dosDateTimeToDate;
    exports.getFileNameLowLevel = getFileNameLowLevel;
    exports.validateFileName = validateFileName;
    exports.parseExtraFields = parseExtraFields;
    exports.ZipFile = ZipFile;
    exports.Entry = Entry;
    exports.LocalFileHeader = LocalFileHeader;
    exports.RandomAccessReader = RandomAccessReader;
    function openPromise(path, options2) {
      return new Promise((resolve, reject) => {
        open2(path, { ...options2, lazyEntries: !0 }, function(err, zipfile) {
          if (err) return reject(err);
          resolve(zipfile);
        });
      });
    }
    function fromFdPromise(fd, options2) {
      return new Promise((resolve, reject) => {
        fromFd(fd, { ...options2, lazyEntries: !0 }, function(err, zipfile) {
          if (err) return reject(err);
          resolve(zipfile);
        });
      });
    }
    function fromBufferPromise(buffer, options2) {
      return new Promise((resolve, reject) => {
        fromBuffer(buffer, { ...options2, lazyEntries: !0 }, function(err, zipfile) {
          if (err) return reject(err);
          resolve(zipfile);
        });
      });
    }
    function fromRandomAccessReaderPromise(reader, totalSize, options2) {
      return new Promise((resolve, reject) => {
        fromRandomAccessReader(reader, totalSize, { ...options2, lazyEntries: !0 }, function(err, zipfile) {
          if (err) return reject(err);
          resolve(zipfile);
        });
      });
    }
    function open2(path, options2, callback) {
      typeof options2 == "function" && (callback = options2, options2 = null), options2 == null && (options2 = {}), options2.autoClose == null && (options2.autoClose = !0), options2.lazyEntries == null && (options2.lazyEntries = !1), options2.decodeStrings == null && (options2.decodeStrings = !0), options2.validateEntrySizes == null && (options2.validateEntrySizes = !0), options2.strictFileNames == null && (options2.strictFileNames = !1), callback == null && (callback = defaultCallback), fs.open(path, "r", function(err, fd) {
        if (err) return callback(err);
        fromFd(fd, options2, function(err2, zipfile) {
          err2 && fs.close(fd, defaultCallback), callback(err2, zipfile);
        });
      });
    }
    function fromFd(fd, options2, callback) {
      typeof options2 == "function" && (callback = options2, options2 = null), options2 == null && (options2 = {}), options2.autoClose == null && (options2.autoClose = !1), options2.lazyEntries == null && (options2.lazyEntries = !1), options2.decodeStrings == null && (options2.decodeStrings = !0), options2.validateEntrySizes == null && (options2.validateEntrySizes = !0), options2.strictFileNames == null && (options2.strictFileNames = !1), callback == null && (callback = defaultCallback), fs.fstat(fd, function(err, stats) {
        if (err) return callback(err);
        var reader = new fd_slicer.FdSlicer(fd);
        fromRandomAccessReader(reader, stats.size, options2, callback);
      });
    }
    function fromBuffer(buffer, options2, callback) {
      typeof options2 == "function" && (callback = options2, options2 = null), options2 == null && (options2 = {}), options2.autoClose = !1, options2.lazyEntries == null && (options2.lazyEntries = !1), options2.decodeStrings == null && (options2.decodeStrings = !0), options2.validateEntrySizes == null && (options2.validateEntrySizes = !0), options2.strictFileNames == null && (options2.strictFileNames = !1);
      var reader = new fd_slicer.BufferSlicer(buffer);
      fromRandomAccessReader(reader, buffer.length, options2, callback);
    }
    function fromRandomAccessReader(reader, totalSize, options2, callback) {
      typeof options2 == "function" && (callback = options2, options2 = null), options2 == null && (options2 = {}), options2.autoClose == null && (options2.autoClose = !0), options2.lazyEntries == null && (options2.lazyEntries = !1), options2.decodeStrings == null && (options2.decodeStrings = !0);
      var decodeStrings = !!options2.decodeStrings;
      if (options2.validateEntrySizes == null && (options2.validateEntrySizes = !0), options2.strictFileNames == null && (options2.strictFileNames = !1), callback == null && (callback = defaultCallback), typeof totalSize != "number") throw new Error("expected totalSize parameter to be a number");
      if (totalSize > Number.MAX_SAFE_INTEGER)
        throw new Error("zip file too large. only file sizes up to 2^52 are supported due to JavaScript's Number type being an IEEE 754 double.");
      reader.ref();
      var eocdrWithoutCommentSize = 22, zip64EocdlSize = 20, maxCommentSize = 65535, bufferSize = Math.min(zip64EocdlSize + eocdrWithoutCommentSize + maxCommentSize, totalSize), buffer = newBuffer(bufferSize), bufferReadStart = totalSize - buffer.length;
      readAndAssertNoEof(reader, buffer, 0, bufferSize, bufferReadStart, function(err) {
        if (err) return callback(err);
        for (var i = bufferSize - eocdrWithoutCommentSize; i >= 0; i -= 1)
          if (buffer.readUInt32LE(i) === 101010256) {
            var eocdrBuffer = buffer.subarray(i), diskNumber = eocdrBuffer.readUInt16LE(4), entryCount = eocdrBuffer.readUInt16LE(10), centralDirectoryOffset = eocdrBuffer.readUInt32LE(16), commentLength = eocdrBuffer.readUInt16LE(20), expectedCommentLength = eocdrBuffer.length - eocdrWithoutCommentSize;
            if (commentLength !== expectedCommentLength)
              return callback(new Error("Invalid comment length. Expected: " + expectedCommentLength + ". Found: " + commentLength + ". Are there extra bytes at the end of the file? Or is the end of central dir signature `PK☺☻` in the comment?"));
            var comment = decodeStrings ? decodeBuffer(eocdrBuffer.subarray(22), !1) : eocdrBuffer.subarray(22);
            if (i - zip64EocdlSize >= 0 && buffer.readUInt32LE(i - zip64EocdlSize) === 117853008) {
              var zip64EocdlBuffer = buffer.subarray(i - zip64EocdlSize, i - zip64EocdlSize + zip64EocdlSize), zip64EocdrOffset = readUInt64LE(zip64EocdlBuffer, 8), zip64EocdrBuffer = newBuffer(56);
              return readAndAssertNoEof(reader, zip64EocdrBuffer, 0, zip64EocdrBuffer.length, zip64EocdrOffset, function(err2) {
                return err2 ? callback(err2) : zip64EocdrBuffer.readUInt32LE(0) !== 101075792 ? callback(new Error("invalid zip64 end of central directory record signature")) : (diskNumber = zip64EocdrBuffer.readUInt32LE(16), diskNumber !== 0 ? callback(new Error("multi-disk zip files are not supported: found disk number: " + diskNumber)) : (entryCount = readUInt64LE(zip64EocdrBuffer, 32), centralDirectoryOffset = readUInt64LE(zip64EocdrBuffer, 48), callback(null, new ZipFile(reader, centralDirectoryOffset, totalSize, entryCount, comment, options2.autoClose, options2.lazyEntries, decodeStrings, options2.validateEntrySizes, options2.strictFileNames))));
              });
            }
            return diskNumber !== 0 ? callback(new Error("multi-disk zip files are not supported: found disk number: " + diskNumber)) : callback(null, new ZipFile(reader, centralDirectoryOffset, totalSize, entryCount, comment, options2.autoClose, options2.lazyEntries, decodeStrings, options2.validateEntrySizes, options2.strictFileNames));
          }
        callback(new Error("End of central directory record signature not found. Either not a zip file, or file is truncated."));
      });
    }
    util.inherits(ZipFile, EventEmitter);
    function ZipFile(reader, centralDirectoryOffset, fileSize, entryCount, comment, autoClose, lazyEntries, decodeStrings, validateEntrySizes, strictFileNames) {
      var self = this;
      EventEmitter.call(self), self.reader = reader, self.reader.on("error", function(err) {
        emitError(self, err);
      }), self.reader.once("close", function() {
        self.emit("close");
      }), self.readEntryCursor = centralDirectoryOffset, self.fileSize = fileSize, self.entryCount = entryCount, self.comment = comment, self.entriesRead = 0, self.autoClose = !!autoClose, self.lazyEntries = !!lazyEntries, self.decodeStrings = !!decodeStrings, self.validateEntrySizes = !!validateEntrySizes, self.strictFileNames = !!strictFileNames, self.isOpen = !0, self.emittedError = !1, self.hasEachEntryBeenCalled = !1, self.lazyEntries || self._readEntry();
    }
    ZipFile.prototype.close = function() {
      this.isOpen && (this.isOpen = !1, this.reader.unref());
    };
    function emitErrorAndAutoClose(self, err) {
      self.autoClose && self.close(), emitError(self, err);
    }
    function emitError(self, err) {
      self.emittedError || (self.emittedError = !0, self.emit("error", err));
    }
    ZipFile.prototype.readEntry = function() {
      if (!this.lazyEntries) throw new Error("readEntry() called without lazyEntries:true");
      this._readEntry();
    };
    ZipFile.prototype._readEntry = function() {
      var self = this;
      if (self.entryCount === self.entriesRead) {
        setImmediate(function() {
          self.autoClose && self.close(), !self.emittedError && self.emit("end");
        });
        return;
      }
      if (!self.emittedError) {
        var buffer = newBuffer(46);
        readAndAssertNoEof(self.reader, buffer, 0, buffer.length, self.readEntryCursor, function(err) {
          if (err) return emitErrorAndAutoClose(self, err);
          if (!self.emittedError) {
            var entry = new Entry(), signature2 = buffer.readUInt32LE(0);
            if (signature2 !== 33639248) return emitErrorAndAutoClose(self, new Error("invalid central directory file header signature: 0x" + signature2.toString(16)));
            if (entry.versionMadeBy = buffer.readUInt16LE(4), entry.versionNeededToExtract = buffer.readUInt16LE(6), entry.generalPurposeBitFlag = buffer.readUInt16LE(8), entry.compressionMethod = buffer.readUInt16LE(10), entry.lastModFileTime = buffer.readUInt16LE(12), entry.lastModFileDate = buffer.readUInt16LE(14), entry.crc32 = buffer.readUInt32LE(16), entry.compressedSize = buffer.readUInt32LE(20), entry.uncompressedSize = buffer.readUInt32LE(24), entry.fileNameLength = buffer.readUInt16LE(28), entry.extraFieldLength = buffer.readUInt16LE(30), entry.fileCommentLength = buffer.readUInt16LE(32), entry.internalFileAttributes = buffer.readUInt16LE(36), entry.externalFileAttributes = buffer.readUInt32LE(38), entry.relativeOffsetOfLocalHeader = buffer.readUInt32LE(42), entry.generalPurposeBitFlag & 64) return emitErrorAndAutoClose(self, new Error("strong encryption is not supported"));
            self.readEntryCursor += 46, buffer = newBuffer(entry.fileNameLength + entry.extraFieldLength + entry.fileCommentLength), readAndAssertNoEof(self.reader, buffer, 0, buffer.length, self.readEntryCursor, function(err2) {
              if (err2) return emitErrorAndAutoClose(self, err2);
              if (!self.emittedError) {
                entry.fileNameRaw = buffer.subarray(0, entry.fileNameLength);
                var fileCommentStart = entry.fileNameLength + entry.extraFieldLength;
                entry.extraFieldRaw = buffer.subarray(entry.fileNameLength, fileCommentStart), entry.fileCommentRaw = buffer.subarray(fileCommentStart, fileCommentStart + entry.fileCommentLength);
                try {
                  entry.extraFields = parseExtraFields(entry.extraFieldRaw);
                } catch (err3) {
                  return emitErrorAndAutoClose(self, err3);
                }
                if (self.decodeStrings) {
                  var isUtf8 = (entry.generalPurposeBitFlag & 2048) !== 0;
                  entry.fileComment = decodeBuffer(entry.fileCommentRaw, isUtf8), entry.fileName = getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, self.strictFileNames);
                  var errorMessage = validateFileName(entry.fileName);
                  if (errorMessage != null) return emitErrorAndAutoClose(self, new Error(errorMessage));
                } else
                  entry.fileComment = entry.fileCommentRaw, entry.fileName = entry.fileNameRaw;
                entry.comment = entry.fileComment, self.readEntryCursor += buffer.length, self.entriesRead += 1;
                for (var i = 0; i < entry.extraFields.length; i++) {
                  var extraField = entry.extraFields[i];
                  if (extraField.id === 1) {
                    var zip64EiefBuffer = extraField.data, index = 0;
                    if (entry.uncompressedSize === 4294967295) {
                      if (index + 8 > zip64EiefBuffer.length)
                        return emitErrorAndAutoClose(self, new Error("zip64 extended information extra field does not include uncompressed size"));
                      entry.uncompressedSize = readUInt64LE(zip64EiefBuffer, index), index += 8;
                    }
                    if (entry.compressedSize === 4294967295) {
                      if (index + 8 > zip64EiefBuffer.length)
                        return emitErrorAndAutoClose(self, new Error("zip64 extended information extra field does not include compressed size"));
                      entry.compressedSize = readUInt64LE(zip64EiefBuffer, index), index += 8;
                    }
                    if (entry.relativeOffsetOfLocalHeader === 4294967295) {
                      if (index + 8 > zip64EiefBuffer.length)
                        return emitErrorAndAutoClose(self, new Error("zip64 extended information extra field does not include relative header offset"));
                      entry.relativeOffsetOfLocalHeader = readUInt64LE(zip64EiefBuffer, index), index += 8;
                    }
                    break;
                  }
                }
                if (self.validateEntrySizes && entry.compressionMethod === 0) {
                  var expectedCompressedSize = entry.uncompressedSize;
                  if (entry.isEncrypted() && (expectedCompressedSize += 12), entry.compressedSize !== expectedCompressedSize) {
                    var msg = "compressed/uncompressed size mismatch for stored file: " + entry.compressedSize + " != " + entry.uncompressedSize;
                    return emitErrorAndAutoClose(self, new Error(msg));
                  }
                }
                self.emit("entry", entry), self.lazyEntries || self._readEntry();
              }
            });
          }
        });
      }
    };
    ZipFile.prototype.eachEntry = function() {
      let self = this;
      if (!self.lazyEntries) throw new Error("eachEntry() requires lazyEntries: true");
      if (self.hasEachEntryBeenCalled) throw new Error("eachEntry() must only be called once per ZipFile");
      self.hasEachEntryBeenCalled = !0;
      let pendingResolveReject = null;
      self.on("entry", onEntry), self.on("end", onEnd), self.on("error", onError);
      function cleanup() {
        self.removeListener("entry", onEntry), self.removeListener("end", onEnd), self.removeListener("error", onError), self.autoClose && self.close();
      }
      function onEntry(entry) {
        let { resolve } = pendingResolveReject;
        pendingResolveReject = null, resolve({ value: entry });
      }
      function onEnd() {
        let { resolve } = pendingResolveReject;
        pendingResolveReject = null, cleanup(), resolve({ done: !0 });
      }
      function onError(err) {
        let { reject } = pendingResolveReject;
        pendingResolveReject = null, cleanup(), reject(err);
      }
      return {
        [Symbol.asyncIterator]() {
          return this;
        },
        next() {
          let promise = new Promise((resolve, reject) => {
            if (pendingResolveReject != null) throw new Error("next() called before previous Promise was resolved.");
            pendingResolveReject = { resolve, reject };
          });
          return self.readEntry(), promise;
        },
        return(value) {
          return cleanup(), Promise.resolve({ done: !0, value });
        },
        throw(value) {
          return cleanup(), Promise.reject(value);
        }
      };
    };
    ZipFile.prototype.openReadStream = function(entry, options2, callback) {
      var self = this, relativeStart = 0, relativeEnd = entry.compressedSize;
      if (callback == null && (callback = options2, options2 = null), options2 == null)
        options2 = {};
      else {
        if (options2.decodeFileData === !1) {
          if (options2.decrypt != null)
            throw new Error("cannot use options.decrypt when options.decodeFileData === false");
          if (options2.decompress != null)
            throw new Error("cannot use options.decompress when options.decodeFileData === false");
        } else {
          if (options2.decrypt != null) {
            if (!entry.isEncrypted())
              throw new Error("options.decrypt can only be specified for encrypted entries. See also option decodeFileData.");
            if (options2.decrypt !== !1) throw new Error("invalid options.decrypt value: " + options2.decrypt);
            if (entry.isCompressed() && options2.decompress !== !1)
              throw new Error("entry is encrypted and compressed, and options.decompress !== false. See also option decodeFileData.");
          }
          if (options2.decompress != null) {
            if (!entry.isCompressed())
              throw new Error("options.decompress can only be specified for compressed entries. See also option decodeFileData.");
            if (!(options2.decompress === !1 || options2.decompress === !0))
              throw new Error("invalid options.decompress value: " + options2.decompress);
            decompress = options2.decompress;
          }
        }
        if (options2.start != null) {
          if (relativeStart = options2.start, relativeStart < 0) throw new Error("options.start < 0");
          if (relativeStart > entry.compressedSize) throw new Error("options.start > entry.compressedSize");
        }
        if (options2.end != null) {
          if (relativeEnd = options2.end, relativeEnd < 0) throw new Error("options.end < 0");
          if (relativeEnd > entry.compressedSize) throw new Error("options.end > entry.compressedSize");
          if (relativeEnd < relativeStart) throw new Error("options.end < options.start");
        }
      }
      var rawMode = options2.decodeFileData === !1 || // Explicitly requested raw.
      (entry.compressionMethod === 0 || // Naturally without compression.
      entry.compressionMethod === 8 && options2.decompress === !1) && (!entry.isEncrypted() || // Naturally without encryption.
      options2.decrypt === !1);
      if ((options2.start != null || options2.end != null) && !rawMode)
        throw new Error("start/end range require options.decodeFileData === false for non-trivial encoded entries.");
      if (!self.isOpen) return callback(new Error("closed"));
      if (entry.isEncrypted() && !rawMode && options2.decrypt !== !1)
        return callback(new Error("entry is encrypted, and options.decodeFileData !== false"));
      var decompress;
      if (rawMode)
        decompress = !1;
      else if (entry.compressionMethod === 8)
        decompress = options2.decodeFileData !== !0;
      else
        return callback(new Error("unsupported compression method: " + entry.compressionMethod));
      self.readLocalFileHeader(entry, { minimal: !0 }, function(err, localFileHeader) {
        if (err) return callback(err);
        self.openReadStreamLowLevel(
          localFileHeader.fileDataStart,
          entry.compressedSize,
          relativeStart,
          relativeEnd,
          decompress,
          entry.uncompressedSize,
          callback
        );
      });
    };
    ZipFile.prototype.openReadStreamLowLevel = function(fileDataStart, compressedSize, relativeStart, relativeEnd, decompress, uncompressedSize, callback) {
      var self = this, fileDataEnd = fileDataStart + compressedSize, readStream = self.reader.createReadStream({
        start: fileDataStart + relativeStart,
        end: fileDataStart + relativeEnd
      }), endpointStream = readStream;
      if (decompress) {
        var destroyed = !1, inflateFilter = zlib2.createInflateRaw();
        readStream.on("error", function(err) {
          setImmediate(function() {
            destroyed || inflateFilter.emit("error", err);
          });
        }), readStream.pipe(inflateFilter), self.validateEntrySizes ? (endpointStream = new AssertByteCountStream(uncompressedSize), inflateFilter.on("error", function(err) {
          setImmediate(function() {
            destroyed || endpointStream.emit("error", err);
          });
        }), inflateFilter.pipe(endpointStream)) : endpointStream = inflateFilter, installDestroyFn(endpointStream, function() {
          destroyed = !0, inflateFilter !== endpointStream && inflateFilter.unpipe(endpointStream), readStream.unpipe(inflateFilter), readStream.destroy();
        });
      }
      callback(null, endpointStream);
    };
    ZipFile.prototype.readLocalFileHeader = function(entry, options2, callback) {
      var self = this;
      callback == null && (callback = options2, options2 = null), options2 == null && (options2 = {}), self.reader.ref();
      var buffer = newBuffer(30);
      readAndAssertNoEof(self.reader, buffer, 0, buffer.length, entry.relativeOffsetOfLocalHeader, function(err) {
        try {
          if (err) return callback(err);
          var signature2 = buffer.readUInt32LE(0);
          if (signature2 !== 67324752)
            return callback(new Error("invalid local file header signature: 0x" + signature2.toString(16)));
          var fileNameLength = buffer.readUInt16LE(26), extraFieldLength = buffer.readUInt16LE(28), fileDataStart = entry.relativeOffsetOfLocalHeader + 30 + fileNameLength + extraFieldLength;
          if (fileDataStart + entry.compressedSize > self.fileSize)
            return callback(new Error("file data overflows file bounds: " + fileDataStart + " + " + entry.compressedSize + " > " + self.fileSize));
          if (options2.minimal)
            return callback(null, { fileDataStart });
          var localFileHeader = new LocalFileHeader();
          localFileHeader.fileDataStart = fileDataStart, localFileHeader.versionNeededToExtract = buffer.readUInt16LE(4), localFileHeader.generalPurposeBitFlag = buffer.readUInt16LE(6), localFileHeader.compressionMethod = buffer.readUInt16LE(8), localFileHeader.lastModFileTime = buffer.readUInt16LE(10), localFileHeader.lastModFileDate = buffer.readUInt16LE(12), localFileHeader.crc32 = buffer.readUInt32LE(14), localFileHeader.compressedSize = buffer.readUInt32LE(18), localFileHeader.uncompressedSize = buffer.readUInt32LE(22), localFileHeader.fileNameLength = fileNameLength, localFileHeader.extraFieldLength = extraFieldLength, buffer = newBuffer(fileNameLength + extraFieldLength), self.reader.ref(), readAndAssertNoEof(self.reader, buffer, 0, buffer.length, entry.relativeOffsetOfLocalHeader + 30, function(err2) {
            try {
              return err2 ? callback(err2) : (localFileHeader.fileName = buffer.subarray(0, fileNameLength), localFileHeader.extraField = buffer.subarray(fileNameLength), callback(null, localFileHeader));
            } finally {
              self.reader.unref();
            }
          });
        } finally {
          self.reader.unref();
        }
      });
    };
    ZipFile.prototype.openReadStreamPromise = function(entry, options2) {
      return new Promise((resolve, reject) => {
        this.openReadStream(entry, options2, function(err, readStream) {
          if (err) return reject(err);
          resolve(readStream);
        });
      });
    };
    ZipFile.prototype.openReadStreamLowLevelPromise = function(fileDataStart, compressedSize, relativeStart, relativeEnd, decompress, uncompressedSize) {
      return new Promise((resolve, reject) => {
        this.openReadStream(fileDataStart, compressedSize, relativeStart, relativeEnd, decompress, uncompressedSize, function(err, readStream) {
          if (err) return reject(err);
          resolve(readStream);
        });
      });
    };
    ZipFile.prototype.readLocalFileHeaderPromise = function(entry, options2) {
      return new Promise((resolve, reject) => {
        this.readLocalFileHeader(entry, options2, function(err, localFileHeader) {
          if (err) return reject(err);
          resolve(localFileHeader);
        });
      });
    };
    function Entry() {
    }
    Entry.prototype.getLastModDate = function(options2) {
      if (options2 == null && (options2 = {}), !options2.forceDosFormat)
        for (var i = 0; i < this.extraFields.length; i++) {
          var extraField = this.extraFields[i];
          if (extraField.id === 21589) {
            var data = extraField.data;
            if (data.length < 5) continue;
            var flags = data[0], HAS_MTIME = 1;
            if (!(flags & HAS_MTIME)) continue;
            var posixTimestamp = data.readInt32LE(1);
            return new Date(posixTimestamp * 1e3);
          } else if (extraField.id === 10) {
            var data = extraField.data;
            if (data.length !== 32 || data.readUInt16LE(4) !== 1 || data.readUInt16LE(6) !== 24) continue;
            var hundredNanoSecondsSince1601 = data.readUInt32LE(8) + 4294967296 * data.readInt32LE(12), millisecondsSince1970 = hundredNanoSecondsSince1601 / 1e4 - 116444736e5;
            return new Date(millisecondsSince1970);
          }
        }
      return dosDateTimeToDate(this.lastModFileDate, this.lastModFileTime, options2.timezone);
    };
    Entry.prototype.canDecodeFileData = function() {
      return !this.isEncrypted() && (this.compressionMethod === 0 || this.compressionMethod === 8);
    };
    Entry.prototype.isEncrypted = function() {
      return (this.generalPurposeBitFlag & 1) !== 0;
    };
    Entry.prototype.isCompressed = function() {
      return this.compressionMethod === 8;
    };
    function LocalFileHeader() {
    }
    function dosDateTimeToDate(date, time2, timezone) {
      var day = date & 31, month = (date >> 5 & 15) - 1, year = (date >> 9 & 127) + 1980, millisecond = 0, second = (time2 & 31) * 2, minute = time2 >> 5 & 63, hour = time2 >> 11 & 31;
      if (timezone == null || timezone === "local")
        return new Date(year, month, day, hour, minute, second, millisecond);
      if (timezone === "UTC")
        return new Date(Date.UTC(year, month, day, hour, minute, second, millisecond));
      throw new Error("unrecognized options.timezone: " + options.timezone);
    }
    function getFileNameLowLevel(generalPurposeBitFlag, fileNameBuffer, extraFields, strictFileNames) {
      for (var fileName = null, i = 0; i < extraFields.length; i++) {
        var extraField = extraFields[i];
        if (extraField.id === 28789) {
          if (extraField.data.length < 6 || extraField.data.readUInt8(0) !== 1)
            continue;
          var oldNameCrc32 = extraField.data.readUInt32LE(1);
          if (crc322(fileNameBuffer) !== oldNameCrc32)
            continue;
          fileName = decodeBuffer(extraField.data.subarray(5), !0);
          break;
        }
      }
      if (fileName == null) {
        var isUtf8 = (generalPurposeBitFlag & 2048) !== 0;
        fileName = decodeBuffer(fileNameBuffer, isUtf8);
      }
      return strictFileNames || (fileName = fileName.replace(/\\/g, "/")), fileName;
    }
    function validateFileName(fileName) {
      return fileName.indexOf("\\") !== -1 ? "invalid characters in fileName: " + fileName : /^[a-zA-Z]:/.test(fileName) || /^\//.test(fileName) ? "absolute path: " + fileName : fileName.split("/").indexOf("..") !== -1 ? "invalid relative path: " + fileName : null;
    }
    function parseExtraFields(extraFieldBuffer) {
      for (var extraFields = [], i = 0; i < extraFieldBuffer.length - 3; ) {
        var headerId = extraFieldBuffer.readUInt16LE(i + 0), dataSize = extraFieldBuffer.readUInt16LE(i + 2), dataStart = i + 4, dataEnd = dataStart + dataSize;
        if (dataEnd > extraFieldBuffer.length) throw new Error("extra field length exceeds extra field buffer size");
        var dataBuffer = extraFieldBuffer.subarray(dataStart, dataEnd);
        extraFields.push({
          id: headerId,
          data: dataBuffer
        }), i = dataEnd;
      }
      return extraFields;
    }
    function readAndAssertNoEof(reader, buffer, offset, length, position, callback) {
      if (length === 0)
        return setImmediate(function() {
          callback(null, newBuffer(0));
        });
      reader.read(buffer, offset, length, position, function(err, bytesRead) {
        if (err) return callback(err);
        if (bytesRead < length)
          return callback(new Error("unexpected EOF"));
        callback();
      });
    }
    util.inherits(AssertByteCountStream, Transform);
    function AssertByteCountStream(byteCount) {
      Transform.call(this), this.actualByteCount = 0, this.expectedByteCount = byteCount;
    }
    AssertByteCountStream.prototype._transform = function(chunk, encoding, cb) {
      if (this.actualByteCount += chunk.length, this.actualByteCount > this.expectedByteCount) {
        var msg = "too many bytes in the stream. expected " + this.expectedByteCount + ". got at least " + this.actualByteCount;
        return cb(new Error(msg));
      }
      cb(null, chunk);
    };
    AssertByteCountStream.prototype._flush = function(cb) {
      if (this.actualByteCount < this.expectedByteCount) {
        var msg = "not enough bytes in the stream. expected " + this.expectedByteCount + ". got only " + this.actualByteCount;
        return cb(new Error(msg));
      }
      cb();
    };
    util.inherits(RandomAccessReader, EventEmitter);
    function RandomAccessReader() {
      EventEmitter.call(this), this.refCount = 0;
    }
    RandomAccessReader.prototype.ref = function() {
      this.refCount += 1;
    };
    RandomAccessReader.prototype.unref = function() {
      var self = this;
      if (self.refCount -= 1, self.refCount > 0) return;
      if (self.refCount < 0) throw new Error("invalid unref");
      self.close(onCloseDone);
      function onCloseDone(err) {
        if (err) return self.emit("error", err);
        self.emit("close");
      }
    };
    RandomAccessReader.prototype.createReadStream = function(options2) {
      options2 == null && (options2 = {});
      var start2 = options2.start, end = options2.end;
      if (start2 === end) {
        var emptyStream = new PassThrough();
        return setImmediate(function() {
          emptyStream.end();
        }), emptyStream;
      }
      var stream = this._readStreamForRange(start2, end), destroyed = !1, refUnrefFilter = new RefUnrefFilter(this);
      stream.on("error", function(err) {
        setImmediate(function() {
          destroyed || refUnrefFilter.emit("error", err);
        });
      }), installDestroyFn(refUnrefFilter, function() {
        stream.unpipe(refUnrefFilter), refUnrefFilter.unref(), stream.destroy();
      });
      var byteCounter = new AssertByteCountStream(end - start2);
      return refUnrefFilter.on("error", function(err) {
        setImmediate(function() {
          destroyed || byteCounter.emit("error", err);
        });
      }), installDestroyFn(byteCounter, function() {
        destroyed = !0, refUnrefFilter.unpipe(byteCounter), refUnrefFilter.destroy();
      }), stream.pipe(refUnrefFilter).pipe(byteCounter);
    };
    RandomAccessReader.prototype._readStreamForRange = function(start2, end) {
      throw new Error("not implemented");
    };
    RandomAccessReader.prototype.read = function(buffer, offset, length, position, callback) {
      var readStream = this.createReadStream({ start: position, end: position + length }), writeStream = new Writable(), written = 0;
      writeStream._write = function(chunk, encoding, cb) {
        chunk.copy(buffer, offset + written, 0, chunk.length), written += chunk.length, cb();
      }, writeStream.on("finish", callback), readStream.on("error", function(error) {
        callback(error);
      }), readStream.pipe(writeStream);
    };
    RandomAccessReader.prototype.close = function(callback) {
      setImmediate(callback);
    };
    util.inherits(RefUnrefFilter, PassThrough);
    function RefUnrefFilter(context) {
      PassThrough.call(this), this.context = context, this.context.ref(), this.unreffedYet = !1;
    }
    RefUnrefFilter.prototype._flush = function(cb) {
      this.unref(), cb();
    };
    RefUnrefFilter.prototype.unref = function(cb) {
      this.unreffedYet || (this.unreffedYet = !0, this.context.unref());
    };
    var cp437 = "\0☺☻♥♦♣♠•◘○◙♂♀♪♫☼►◄↕‼¶§▬↨↑↓→←∟↔▲▼ !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~⌂ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■ ";
    function decodeBuffer(buffer, isUtf8) {
      if (isUtf8)
        return buffer.toString("utf8");
      for (var result = "", i = 0; i < buffer.length; i++)
        result += cp437[buffer[i]];
      return result;
    }
    function readUInt64LE(buffer, offset) {
      var lower32 = buffer.readUInt32LE(offset), upper32 = buffer.readUInt32LE(offset + 4);
      return upper32 * 4294967296 + lower32;
    }
    var newBuffer;
    typeof Buffer.allocUnsafe == "function" ? newBuffer = function(len) {
      return Buffer.allocUnsafe(len);
    } : newBuffer = function(len) {
      return new Buffer(len);
    };
    function installDestroyFn(stream, fn) {
      typeof stream.destroy == "function" ? stream._destroy = function(err, cb) {
        fn(), cb?.(err);
      } : stream.destroy = fn;
    }
    function defaultCallback(err) {
      if (err) throw err;
    }
  }
});

// src/collect/bytes.ts
import { open, stat } from "node:fs/promises";
var CHUNK = 1024 * 1024;
async function fileBytes(path) {
  return partBytes({ path, ranges: [[0, (await stat(path)).size]], gap: null, short: null });
}
function partBytes(part) {
  let { path, ranges } = part, size2 = ranges.reduce((sum2, [start2, end]) => sum2 + end - start2, 0);
  return {
    size: size2,
    part,
    async *stream(start2 = 0, end = size2) {
      for (let [from, to] of within(ranges, start2, end)) yield* read(path, from, to);
    }
  };
}
function within(ranges, start2, end) {
  let before = 0;
  return ranges.flatMap(([first2, last2]) => {
    let from = Math.max(first2, first2 + start2 - before), to = Math.min(last2, first2 + end - before);
    return before += last2 - first2, from < to ? [[from, to]] : [];
  });
}
async function* read(path, start2, end) {
  let file = await open(path), next = Promise.resolve();
  try {
    let buffers = [], readAt = async (turn2, at2) => {
      if (at2 >= end) return 0;
      let buffer = buffers[turn2 % 2] ??= Buffer.allocUnsafeSlow(Math.min(CHUNK, end - at2));
      return (await file.read(buffer, 0, Math.min(buffer.length, end - at2), at2)).bytesRead;
    }, at = start2, ahead = readAt(0, at);
    for (let turn2 = 0; ; turn2++) {
      let count4 = await ahead;
      if (count4 === 0) return;
      at += count4, next = ahead = readAt(turn2 + 1, at), yield buffers[turn2 % 2].subarray(0, count4);
    }
  } finally {
    await next.catch(() => {
    }), await file.close();
  }
}
function memoryBytes(bytes) {
  return {
    size: bytes.length,
    async *stream(start2 = 0, end = bytes.length) {
      let [from, to] = [Math.max(0, start2), Math.min(end, bytes.length)];
      for (let at = from; at < to; at += CHUNK) yield bytes.slice(at, Math.min(at + CHUNK, to));
    }
  };
}

// src/collect/unavailable.ts
var Unavailable = class extends Error {
  name = "Unavailable";
  state;
  constructor(state, message, options2) {
    super(message, options2), this.state = state;
  }
}, none = (state, detail) => ({ type: "none", state, detail });

// src/deadline.ts
function timesUntil(deadline, now = Date.now()) {
  let all = Math.max(0, deadline - now), kept = 2 * Math.floor(Math.min(3e4, Math.max(all * 0.1, Math.min(5e3, all * 0.3))) / 2);
  return { fetch: deadline - kept, rest: deadline - kept / 2, logs: deadline };
}
var clockAt = (deadline) => () => Date.now() >= deadline, noHurry = { logs: () => !1, rest: () => !1 }, clocksAt = (times) => times ? { logs: clockAt(times.logs), rest: clockAt(times.rest) } : noHurry;
function watched(isUp) {
  async function* chunks(from, counts) {
    for await (let chunk of from) {
      if (isUp()) {
        self.late = !0;
        return;
      }
      counts && (self.read += chunk.length), yield chunk;
    }
  }
  let self = {
    read: 0,
    late: !1,
    chunks: (from) => chunks(from, !0),
    bytes: (bytes) => ({ ...bytes, stream: (start2, end) => chunks(bytes.stream(start2, end), !0) }),
    async *members(from) {
      for await (let member of from) {
        if (isUp()) {
          self.late = !0;
          return;
        }
        yield { ...member, bytes: () => chunks(member.bytes(), !1) };
      }
    }
  };
  return self;
}

// src/read/archive/pull.ts
var nothing = new Uint8Array(0);
function pull(stream) {
  let iterator = stream[Symbol.asyncIterator](), current = nothing, ended2 = !1;
  async function more2() {
    for (; !ended2; ) {
      let { value, done } = await iterator.next();
      if (done) ended2 = !0;
      else if (value.length > 0) return value;
    }
    return null;
  }
  let self = {
    async next(max) {
      if (current.length === 0 && (current = await more2() ?? nothing), current.length === 0 || max <= 0) return null;
      let piece = current.subarray(0, max);
      return current = current.subarray(piece.length), piece;
    },
    async peek(count4) {
      for (; current.length < count4; ) {
        let before = copy(current), chunk = await more2();
        if (current = chunk ? before.length === 0 ? chunk : join([before, chunk]) : before, !chunk) break;
      }
      return current.subarray(0, count4);
    },
    async take(count4) {
      let piece = copy(await self.peek(count4));
      return current = current.subarray(piece.length), piece;
    },
    async skip(count4) {
      let left = count4;
      for (; left > 0; ) {
        let piece = await self.next(left);
        if (!piece) break;
        left -= piece.length;
      }
      return count4 - left;
    },
    async close() {
      current = nothing, ended2 = !0, await iterator.return?.();
    }
  };
  return self;
}
var copy = (bytes) => new Uint8Array(bytes);
function join(chunks) {
  let all = new Uint8Array(chunks.reduce((sum2, c) => sum2 + c.length, 0)), at = 0;
  for (let chunk of chunks)
    all.set(chunk, at), at += chunk.length;
  return all;
}
async function collect(stream, limit) {
  let chunks = [], length = 0;
  for await (let chunk of stream) {
    if (length += chunk.length, length > limit) return null;
    chunks.push(copy(chunk));
  }
  return chunks.length === 1 ? chunks[0] : join(chunks);
}

// src/match/fingerprint.ts
var emptyFingerprint = () => new Int32Array(128), bitOf = (bytes) => Math.imul(bytes, 2654435761) >>> 20;
function takeFingerprint(fingerprint, bytes, start2, end) {
  fingerprint.fill(0);
  let last2 = bytes[start2] << 8 | bytes[start2 + 1];
  for (let i = start2 + 2; i < end; i++) {
    last2 = (last2 << 8 | bytes[i]) & 16777215;
    let bit = bitOf(last2);
    fingerprint[bit >>> 5] |= 1 << (bit & 31);
  }
}
function signatureOf(requirements2) {
  let signature2 = [];
  for (let literals of requirements2) {
    signature2.push(signature2.length + 1 + literals.length * 4);
    for (let literal3 of literals)
      for (let i = 0; i < 4; i++)
        signature2.push(bitAt(literal3, Math.round(i * (literal3.length - 3) / 3)));
  }
  return Int32Array.from(signature2);
}
var bitAt = (text5, at) => bitOf(text5.charCodeAt(at) << 16 | text5.charCodeAt(at + 1) << 8 | text5.charCodeAt(at + 2));
function mayMeet(fingerprint, signature2) {
  for (let i = 0; i < signature2.length; ) {
    let end = signature2[i++];
    for (; i < end && !hasAll(fingerprint, signature2, i); ) i += 4;
    if (i === end) return !1;
    i = end;
  }
  return !0;
}
function hasAll(fingerprint, signature2, from) {
  for (let i = from; i < from + 4; i++) {
    let bit = signature2[i];
    if ((fingerprint[bit >>> 5] >>> (bit & 31) & 1) === 0) return !1;
  }
  return !0;
}

// src/match/words.ts
function hashOf(word) {
  return Math.imul(word, 2654435761) >>> 14;
}
function fineHash(word) {
  return Math.imul(word, 2654435761) >>> 11;
}
function partAt(text5, at) {
  let word = 0;
  for (let i = 0; i < 4; i++)
    at + i >= 0 && at + i < text5.length && (word |= text5.charCodeAt(at + i) << i * 8);
  return word;
}
function knownBits(length, at) {
  let mask = 0;
  for (let i = 0; i < 4; i++) at + i >= 0 && at + i < length && (mask |= 255 << i * 8);
  return mask;
}
function histogram(view, counts, step = 1) {
  for (let i = 0; i < view.length; i += step) counts[hashOf(view[i])] += step;
}

// src/match/grams.ts
var Field = {
  /** What is known of the word. */
  word: 0,
  /** What is known of the word beside it, and which of its bits that is. */
  beside: 1,
  besideMask: 2,
  /** The number of the literal, `shiftBits` for how many bytes behind the literal's begin the word begins, one more, and a bit: the word beside it is the one before. */
  literal: 3
}, fields = 4, shiftBits = 9, firstThree = 16777215, lastThree = -256, slot = (word, width) => Math.imul(word, 2654435761) >>> 32 - width, stride = 2;
function gramsOf({ literals }, { chosen, start: start2 }, before) {
  let any = before?.any.fill(0) ?? new Uint8Array(2097152 / 8), whole = listOf(chosen.length * stride), parts2 = listOf(chosen.length * stride);
  for (let i = 0; i < chosen.length; i++) {
    let number5 = chosen[i], text5 = literals[number5], { length } = text5;
    for (let shift = start2[number5]; shift < start2[number5] + stride; shift++) {
      let at = shift + 4 > length && shift > 0 ? -1 : shift, mask = knownBits(length, at), word = partAt(text5, at), isBefore = knownBytes(length, at + 4) < knownBytes(length, at - 4), beside = isBefore ? at - 4 : at + 4, packed = number5 << shiftBits + 1 | at + 1 << 1 | (isBefore ? 1 : 0);
      if (append(mask === -1 ? whole : parts2, word, partAt(text5, beside), knownBits(length, beside), packed), mask === -1) admit(any, word);
      else for (let byte = 0; byte < 256; byte++) admit(any, word | byte << (at < 0 ? 0 : 24));
    }
  }
  return { any, whole: tableOf(whole, 17, before?.whole), parts: tableOf(parts2, 12, before?.parts), literals };
}
function admit(any, word) {
  let hash2 = fineHash(word);
  any[hash2 >>> 3] |= 1 << (hash2 & 7);
}
var knownBytes = (length, at) => Math.max(0, Math.min(length, at + 4) - Math.max(0, at)), listOf = (most) => ({ entries: new Int32Array(most * fields), length: 0 });
function append(list3, word, beside, besideMask, literal3) {
  let { entries, length } = list3;
  entries[length + Field.word] = word, entries[length + Field.beside] = beside, entries[length + Field.besideMask] = besideMask, entries[length + Field.literal] = literal3, list3.length += fields;
}
function tableOf(list3, width, before) {
  let from = before?.from.fill(0) ?? new Int32Array(2 ** width + 1), { length } = list3, entries = before && before.entries.length >= length ? before.entries : new Int32Array(length);
  for (let i = 0; i < length; i += fields) from[slot(list3.entries[i], width)] += fields;
  for (let hash2 = 1; hash2 < from.length; hash2++) from[hash2] += from[hash2 - 1];
  for (let i = 0; i < length; i += fields) {
    let hash2 = slot(list3.entries[i], width);
    from[hash2] -= fields;
    for (let field = 0; field < fields; field++) entries[from[hash2] + field] = list3.entries[i + field];
  }
  return { width, from, entries };
}

// src/match/literal-index.ts
var seen = 16, candidatesPerHit = 50;
function indexLiterals(wanted) {
  let numbers = /* @__PURE__ */ new Map(), literals = [], searchers = wanted.map(
    (sets) => sets.map((set) => {
      let own = new Int32Array(set.length);
      for (let i = 0; i < set.length; i++) {
        let text5 = set[i], number5 = numbers.get(text5);
        number5 === void 0 && (number5 = literals.push(text5) - 1, numbers.set(text5, number5)), own[i] = number5;
      }
      return own;
    })
  ), from = new Int32Array(literals.length + 1);
  for (let number5 = 0; number5 < literals.length; number5++) {
    let { length } = literals[number5];
    from[number5 + 1] = from[number5] + (length < 5 ? 512 : length - 3);
  }
  let words3 = new Int32Array(from[literals.length]), counts = new Uint16Array(262144);
  for (let number5 = 0; number5 < literals.length; number5++) {
    hashWords(literals[number5], words3, from[number5]);
    for (let i = from[number5]; i < from[number5 + 1]; i++) counts[words3[i]]++;
  }
  return { literals, searchers, words: words3, from, counts, prices: new Float32Array(262144) };
}
function hashWords(text5, words3, from) {
  if (text5.length < 5) {
    let first2 = partAt(text5, 0);
    for (let byte = 0; byte < 256; byte++)
      words3[from + byte] = hashOf(text5.length < 4 ? first2 | byte << 24 : first2), words3[from + 256 + byte] = hashOf(partAt(text5, -1) | byte);
    return;
  }
  let word = 0;
  for (let i = 0; i < text5.length; i++)
    word = word >>> 8 | text5.charCodeAt(i) << 24, i >= 3 && (words3[from + i - 3] = hashOf(word));
}
function chooseLiterals(index, data) {
  let { literals, searchers, prices } = index, all = 0;
  for (let hash2 = 0; hash2 < 262144; hash2++)
    prices[hash2] = data[hash2] * seen + index.counts[hash2], all += data[hash2] * seen;
  let start2 = new Int32Array(literals.length), costs = new Float64Array(literals.length);
  for (let number5 = 0; number5 < literals.length; number5++)
    costs[number5] = price(index, number5, all / 2097152, start2);
  let since = new Int32Array(literals.length + 1), best = searchers.map((sets) => cheapest(sets, costs));
  for (let set of best) for (let i = 0; i < set.length; i++) since[set[i] + 1]++;
  let chosen = new Int32Array(literals.length), count4 = 0;
  for (let number5 = 0; number5 < literals.length; number5++)
    since[number5 + 1] > 0 && (chosen[count4++] = number5), since[number5 + 1] += since[number5];
  let filled2 = since.slice(), by = new Int32Array(since[literals.length]);
  return best.forEach((set, searcher) => {
    for (let i = 0; i < set.length; i++) by[filled2[set[i]]++] = searcher;
  }), { chosen: chosen.slice(0, count4), start: start2, searchers: by, since };
}
function price(index, number5, collisions, start2) {
  let { literals, words: words3, from, prices } = index, first2 = from[number5], end = from[number5 + 1], { length } = literals[number5], found2 = prices[words3[first2]];
  if (length < 5) {
    let candidates2 = 0;
    for (let i = first2; i < end; i++) candidates2 += prices[words3[i]] + collisions;
    return candidates2 + (length === 4 ? found2 : candidates2) * candidatesPerHit;
  }
  let least = Number.POSITIVE_INFINITY;
  for (let i = first2 + 1; i < Math.min(end, first2 + farthest); i++) {
    let word = prices[words3[i]], both = prices[words3[i - 1]] + word;
    word < found2 && (found2 = word), both < least && (least = both, start2[number5] = i - 1 - first2);
  }
  return least + found2 * candidatesPerHit;
}
var farthest = 256;
function cheapest(sets, costs) {
  let best = sets[0], least = Number.POSITIVE_INFINITY;
  for (let n = 0; n < sets.length; n++) {
    let set = sets[n], sum2 = 0;
    for (let i = 0; i < set.length; i++) sum2 += costs[set[i]];
    sum2 < least && (least = sum2, best = set);
  }
  return best;
}

// src/match/sweep.ts
function sweep(any, view, candidates2) {
  let count4 = 0, word = view[0], last2 = view.length - 2, i = 0;
  for (; i < last2; i += 2) {
    let second = view[i + 1], third = view[i + 2], bits = has(any, fineHash(word)) | has(any, fineHash(word >>> 16 | second << 16)) << 1 | has(any, fineHash(second)) << 2 | has(any, fineHash(second >>> 16 | third << 16)) << 3;
    bits !== 0 && (candidates2[count4++] = i << 4 | bits), word = third;
  }
  return candidates2[count4++] = i << 4 | 15, count4;
}
var has = (bits, hash2) => bits[hash2 >>> 3] >>> (hash2 & 7) & 1;
function confirm(grams, view, candidates2, length, bytes, places) {
  let { whole, parts: parts2, literals } = grams, hasParts = parts2.entries.length > 0;
  places.count = 0;
  let count4 = 0;
  for (let n = 0; n < length; n++) {
    let candidate = candidates2[n];
    for (let bits = candidate & 15; bits !== 0; bits &= bits - 1) {
      let at = ((candidate >>> 4) * 2 + 31 - Math.clz32(bits & -bits)) * 2, word = wordFrom(view, at);
      count4 += 1 + follow(whole, word, view, at, literals, bytes, places), hasParts && (count4 += follow(parts2, word & firstThree, view, at, literals, bytes, places), count4 += follow(parts2, word & lastThree, view, at, literals, bytes, places));
    }
  }
  return count4;
}
function follow({ from, width, entries }, word, view, at, literals, bytes, places) {
  let hash2 = slot(word, width), end = from[hash2 + 1], begin = from[hash2];
  if (begin === end) return 0;
  let before = wordFrom(view, at - 4), behind = wordFrom(view, at + 4);
  for (let entry = begin; entry < end; entry += fields) {
    if (word !== entries[entry + Field.word]) continue;
    let packed = entries[entry + Field.literal];
    if (((((packed & 1) === 0 ? behind : before) ^ entries[entry + Field.beside]) & entries[entry + Field.besideMask]) !== 0) continue;
    let literal3 = packed >>> shiftBits + 1, start2 = at + 1 - (packed >>> 1 & (1 << shiftBits) - 1);
    start2 >= 0 && stands(literals[literal3], bytes, start2) && add(places, literal3, start2);
  }
  return (end - begin) / fields;
}
function add(places, literal3, start2) {
  let at = places.count * 2;
  if (at === places.pairs.length) {
    let more2 = new Int32Array(at * 2);
    more2.set(places.pairs), places.pairs = more2;
  }
  places.pairs[at] = literal3, places.pairs[at + 1] = start2, places.count++;
}
function wordFrom(view, at) {
  let i = at >> 2;
  return i < 0 || i + 1 >= view.length ? edge(view, at) : (at & 2) === 0 ? view[i] : view[i] >>> 16 | view[i + 1] << 16;
}
function edge(view, at) {
  let word = (i2) => i2 >= 0 && i2 < view.length ? view[i2] : 0, i = at >> 2;
  return (at & 2) === 0 ? word(i) : word(i) >>> 16 | word(i + 1) << 16;
}
function stands(literal3, bytes, start2) {
  if (start2 + literal3.length > bytes.length) return !1;
  for (let i = 0; i < literal3.length; i++) if (bytes[start2 + i] !== literal3.charCodeAt(i)) return !1;
  return !0;
}

// src/match/prefilter.ts
function buildPrefilter(wanted) {
  return {
    wanted: [...wanted],
    index: null,
    choice: null,
    grams: null,
    counts: new Uint32Array(262144),
    candidates: new Int32Array(0),
    places: { pairs: new Int32Array(1024), count: 0 },
    effort: { blocks: 0, all: 0, usual: 0, excess: 0, best: 0 }
  };
}
function seek(filter, literals) {
  filter.wanted.push([literals]), filter.index = null, filter.grams = null;
}
function findLiterals(filter, bytes, mayChoose = !0) {
  let view = wordsOf(bytes), { effort, places } = filter;
  filter.grams ? effort.blocks % sampled === 0 && histogram(view, filter.counts, 5) : histogram(view, filter.counts), effort.blocks++, filter.grams || choose(filter);
  let choice = filter.choice;
  filter.candidates.length < view.length && (filter.candidates = new Int32Array(view.length));
  let count4 = sweep(filter.grams.any, view, filter.candidates), seen2 = confirm(filter.grams, view, filter.candidates, count4, bytes, places), found2 = places.pairs.subarray(0, places.count * 2);
  if (mayChoose) {
    let hits = 0;
    for (let i = 0; i < found2.length; i += 2) hits += choice.since[found2[i] + 1] - choice.since[found2[i]];
    isOutdated(effort, hits + seen2 / candidatesPerHit, filter.wanted.length) && (histogram(view, filter.counts), choose(filter));
  }
  return { places: found2, choice };
}
var sampled = 16, choosing = 6, borne = 0.15, memory = 8;
function isOutdated(effort, cost, searchers) {
  return effort.all += cost, effort.usual += (cost - effort.usual) / memory, effort.best = Math.min(effort.best, effort.usual * 1.25), effort.excess += Math.max(0, cost - effort.best), effort.excess > Math.max(searchers * choosing, effort.all * borne);
}
function choose(filter) {
  let { counts, effort } = filter;
  filter.index ??= indexLiterals(filter.wanted), filter.choice = chooseLiterals(filter.index, counts), filter.grams = gramsOf(filter.index, filter.choice, filter.grams);
  for (let i = 0; i < counts.length; i++) counts[i] >>>= 1;
  effort.excess = 0, effort.best = Number.POSITIVE_INFINITY;
}
function wordsOf(bytes) {
  let length = bytes.length + 3 >> 2, { buffer, byteOffset } = bytes;
  if (byteOffset % 4 === 0 && byteOffset + length * 4 <= buffer.byteLength)
    return new Int32Array(buffer, byteOffset, length);
  let copy2 = new Uint8Array(length * 4);
  return copy2.set(bytes), new Int32Array(copy2.buffer);
}

// src/match/matcher.ts
function buildMatcher(patterns) {
  let probes = [], sought = [], wanted = [], blind = [], add2 = (pattern, condition, c) => {
    let { literals } = c.line, number5 = probes.push({
      pattern,
      condition,
      kinds: c.in,
      line: c.line,
      signature: null,
      silences: silences(patterns[pattern])
    }) - 1;
    literals.length ? (sought.push(number5), wanted.push(literals)) : blind.push(number5);
  };
  return patterns.forEach((pattern, number5) => {
    pattern.conditions.forEach((c, place3) => {
      c.type === "line" && add2(number5, place3, c);
    }), pattern.unless.forEach((c, place3) => {
      c.type === "line" && add2(number5, -1 - place3, c);
    });
  }), {
    patterns,
    probes,
    prefilter: buildPrefilter(wanted),
    sought,
    blind,
    found: /* @__PURE__ */ new Set(),
    fingerprint: emptyFingerprint(),
    lookedAt: new Int32Array(probes.length),
    taken: 0,
    piece: 0,
    likely: [],
    counting: /* @__PURE__ */ new Map()
  };
}
function countingIn(matcher, kind) {
  let counting2 = matcher.counting.get(kind);
  if (!counting2) {
    let isFor = ({ kinds: kinds4 }) => !kind || !kinds4.length || kinds4.includes(kind);
    counting2 = Uint8Array.from(matcher.probes, (probe) => isFor(probe) ? 1 : 0), matcher.counting.set(kind, counting2);
  }
  return counting2;
}
function signatureFor(probe) {
  return probe.signature ??= signatureOf(probe.line.literals), probe.signature;
}
function silences({ role, mode, unless }) {
  return role === "noise" && mode === "any" && unless.length === 0;
}
function watch(matcher, literals) {
  matcher.sought.at(-1) !== watching && (seek(matcher.prefilter, literals), matcher.sought.push(watching));
}
var watching = -1;

// src/match/structured.ts
function matchEvent(c, event3) {
  if (c.kind && c.kind !== event3.object.kind || c.name && !c.name.exec(event3.object.name) || c.reason && !c.reason.exec(event3.reason)) return null;
  let found2 = c.message ? run(c.message, event3.message) : {};
  return found2 && {
    ...identity(event3.object.kind, event3.object.namespace, event3.object.name, event3.object.container),
    ...found2
  };
}
function matchObject(c, object3) {
  if (c.kind && c.kind !== object3.kind || c.name && !c.name.exec(object3.name) || c.phase && !c.phase.exec(object3.phase ?? "")) return null;
  let message = null, container2;
  if (c.waiting) {
    let state = object3.containers.find((s) => s.waiting && c.waiting.exec(s.waiting.reason ?? ""));
    if (!state) return null;
    container2 = state.name, message = state.waiting.message;
  }
  if (c.terminated) {
    let state = object3.containers.find(
      (s) => [s.terminated, s.last_terminated].some((t) => t && c.terminated.exec(t.reason ?? ""))
    );
    if (!state) return null;
    container2 = state.name, message ??= (state.terminated ?? state.last_terminated).message;
  }
  if (c.condition) {
    let wanted = c.condition, state = object3.conditions.find(
      (s) => s.type === wanted.type && (!wanted.status || s.status === wanted.status) && (!wanted.reason || wanted.reason.exec(s.reason ?? ""))
    );
    if (!state) return null;
    message ??= state.message;
  }
  let own = identity(object3.kind, object3.namespace, object3.name, container2);
  if (!c.message) return own;
  let texts3 = c.waiting || c.terminated || c.condition ? [message] : stateTexts(object3);
  for (let text5 of texts3) {
    let found2 = text5 && run(c.message, text5);
    if (found2) return { ...own, ...found2 };
  }
  return null;
}
function isAbsent(c, objects) {
  let kind = objects.filter((o) => o.kind === c.kind);
  return kind.length > 0 && !kind.some((o) => c.name.exec(o.name));
}
function stateTexts(object3) {
  return [
    object3.message,
    ...object3.conditions.map((s) => s.message),
    ...object3.containers.flatMap((s) => [
      s.waiting?.message ?? null,
      s.terminated?.message ?? null,
      s.last_terminated?.message ?? null
    ])
  ];
}
function run(expression, text5) {
  for (let line of text5.split(`
`)) {
    let match = expression.exec(line);
    if (match)
      return Object.fromEntries(Object.entries(match.groups ?? {}).filter(([, value]) => value !== void 0));
  }
  return null;
}
function identity(kind, namespace, name2, container2) {
  return { kind, name: name2, ...namespace ? { namespace } : {}, ...container2 ? { container: container2 } : {} };
}

// src/match/combine.ts
var unlessReach = 30;
function combine(pattern, of, objects) {
  let excused = (match) => pattern.unless.some((c, i) => {
    if (c.type === "absent") return isAbsent(c, objects);
    let found2 = of(-1 - i);
    return c.type === "line" ? found2.some((f) => isJustAfter(f.at, match.at)) : found2.length > 0;
  });
  return candidates(pattern, of, objects).filter((match) => !excused(match));
}
function candidates(pattern, of, objects) {
  let positive = pattern.conditions.flatMap((c, i) => c.type === "absent" ? [] : [of(i)]);
  if (pattern.mode === "any") return positive.flat().map((found2) => toMatch(pattern, [found2]));
  if (!pattern.conditions.every((c) => c.type !== "absent" || isAbsent(c, objects)) || positive.some((list3) => !list3.length)) return [];
  let run2 = pattern.mode === "all" ? positive.map((list3) => list3[0]) : lastSequence(positive);
  return run2?.length ? [toMatch(pattern, run2)] : [];
}
function toMatch(pattern, run2) {
  let [first2, ...rest3] = run2;
  return {
    pattern: pattern.id,
    captures: Object.assign({}, ...rest3.map((f) => f.captures), first2.captures),
    at: first2.at,
    object: first2.object,
    count: first2.count,
    also: rest3.map((f) => f.at)
  };
}
function lastSequence(lists) {
  let sorted = lists.map((list3) => list3.toSorted((a, b) => (a.at.line ?? 0) - (b.at.line ?? 0)));
  for (let last2 of sorted.at(-1).toReversed()) {
    let run2 = [last2];
    for (let list3 of sorted.slice(0, -1).toReversed()) {
      let before = list3.findLast((f) => sameLog(f.at, last2.at) && (f.at.line ?? 0) <= (run2[0].at.line ?? 0));
      if (!before) break;
      run2.unshift(before);
    }
    if (run2.length === lists.length) return run2;
  }
  return null;
}
function isJustAfter(excuse, at) {
  let distance = (excuse.line ?? 0) - (at.line ?? 0);
  return sameLog(excuse, at) && distance >= 0 && distance <= unlessReach;
}
var sameLog = (a, b) => a.source === b.source && a.path === b.path;

// src/match/noise.ts
function withoutNoise(matches, { patterns, probes }, lines) {
  let byId = new Map(patterns.map((p) => [p.id, p])), silent = probes.filter((p) => p.silences), isNoise2 = (m) => byId.get(m.pattern).role === "noise", misled = new Set(matches.filter(isNoise2).map((m) => lineKey(m.at)));
  return matches.filter((m) => {
    if (isNoise2(m)) return !1;
    if (m.at.line === null) return !0;
    let key = lineKey(m.at);
    return !misled.has(key) && (!lines.has(key) || knowsBetter(byId.get(m.pattern), m.at.text, silent));
  });
}
function knowsBetter({ conditions: conditions3 }, text5, silent) {
  let words3 = silent.flatMap(({ line }) => mayMatch(line, text5) ? line.exec(text5)?.[0] ?? [] : []);
  return conditions3.some((c) => {
    let own = c.type === "line" ? c.line.exec(text5)?.[0] : void 0;
    if (c.type !== "line" || own === void 0 || !words3.length) return !1;
    let { line } = c;
    return words3.every(
      (word) => own.includes(word) && severalWords.test(own.replace(word, "…")) && !line.exec(text5.replace(word, "…"))
    );
  });
}
var severalWords = new RegExp("\\p{L}{3}.*\\P{L}.*\\p{L}{3}", "u"), mayMatch = ({ needs }, text5) => needs.every((need) => need.branches !== null || need.any.some((literal3) => text5.includes(literal3))), lineKey = (at) => `${at.source}\0${at.path}\0${at.line}`;

// src/match/collector.ts
var mostGroups = 8, mostInGroup = 4, mostFound = 2e4, mostOfCondition = 400, fewOfCondition = 20, longestText = 2e3, mostNoise = 2e5;
function createCollector(matcher) {
  let { patterns } = matcher, isSilent = patterns.map(silences), found2 = /* @__PURE__ */ new Map(), objects = [], noise = /* @__PURE__ */ new Set(), totals = /* @__PURE__ */ new Map(), total = 0, add2 = (pattern, condition, at, object3, captures2, times = 1) => {
    if (isSilent[pattern]) {
      noise.size < mostNoise && noise.add(lineKey(at));
      return;
    }
    let name2 = `${pattern}:${condition}`, own = totals.get(name2) ?? 0, most = total < mostFound ? mostOfCondition : fewOfCondition, log2 = `${at.source}\0${at.path}`, logs = child(found2, name2, () => /* @__PURE__ */ new Map());
    if (own >= most && !logs.has(log2)) return;
    let groups3 = child(logs, log2, () => /* @__PURE__ */ new Map()), key = JSON.stringify(captures2);
    if (!groups3.has(key) && groups3.size >= mostGroups) {
      let old = [...groups3.keys()][mostGroups / 2], places = groups3.get(old).length;
      groups3.delete(old), own -= places, total -= places, totals.set(name2, own);
    }
    let group = child(groups3, key, () => []), last2 = group.at(-1);
    if (!(last2 && at.line !== null && last2.at.line === at.line)) {
      if (last2 && group.length >= mostInGroup) {
        last2.at = at, last2.count += times;
        return;
      }
      own >= most || (totals.set(name2, own + 1), total++, group.push({ at, object: object3, captures: captures2, count: times }));
    }
  };
  return {
    log: (place3) => (hit) => {
      let { pattern, condition } = matcher.probes[hit.probe], { object: object3, ...rest3 } = place3;
      add2(
        pattern,
        condition,
        { ...rest3, line: hit.line, time: hit.time, text: hit.text.slice(0, longestText) },
        object3,
        hit.captures
      );
    },
    events(events2) {
      let wanted = conditionsOf(patterns, "event");
      for (let event3 of events2)
        for (let { pattern, place: place3, condition } of wanted) {
          let captures2 = matchEvent(condition, event3);
          captures2 && add2(pattern, place3, event3.at, event3.object, captures2);
        }
    },
    objects(more2) {
      objects.push(...more2);
      let wanted = conditionsOf(patterns, "object");
      for (let object3 of more2)
        for (let { pattern, place: place3, condition } of wanted) {
          let captures2 = matchObject(condition, object3), { kind, namespace, name: name2 } = object3;
          captures2 && add2(pattern, place3, object3.at, { kind, namespace, name: name2 }, captures2);
        }
    },
    places: () => [...found2].flatMap(([name2, logs]) => {
      let [pattern, condition] = name2.split(":").map(Number);
      return [...logs.values()].flatMap((groups3) => [...groups3.values()].flat()).map((place3) => ({ ...place3, pattern, condition, noise: noise.has(lineKey(place3.at)) }));
    }),
    restore(places, known2) {
      objects.push(...known2);
      for (let { pattern, condition, at, object: object3, captures: captures2, count: count4, noise: isNoise2 } of places)
        isNoise2 && noise.size < mostNoise && noise.add(lineKey(at)), add2(pattern, condition, at, object3, captures2, count4);
    },
    finish() {
      let matches = patterns.flatMap((pattern, number5) => combine(pattern, (place3) => [...found2.get(`${number5}:${place3}`)?.values() ?? []].flatMap((g) => [...g.values()].flat()), objects));
      return withoutNoise(matches, matcher, noise);
    }
  };
}
function conditionsOf(patterns, type) {
  let all = [], is = (c) => c.type === type;
  return patterns.forEach((p, pattern) => {
    p.conditions.forEach((condition, place3) => {
      is(condition) && all.push({ pattern, place: place3, condition });
    }), p.unless.forEach((condition, i) => {
      is(condition) && all.push({ pattern, place: -1 - i, condition });
    });
  }), all;
}
function child(map, key, make) {
  let value = map.get(key);
  return value === void 0 && (value = make(), map.set(key, value)), value;
}

// src/diagnose/deletions.ts
var deleting = /^being deleted since (\S+)(?:; (finalizers .+))?$/;
function stuckDeletions(objects, events2, collected) {
  let now = collected ? Date.parse(collected) : Number.NaN;
  return Number.isNaN(now) && (now = [...objects.map((o) => o.at.time), ...events2.map((e) => e.last)].reduce(
    (newest, time2) => time2 ? Math.max(newest, Date.parse(time2) || 0) : newest,
    0
  )), objects.flatMap((o) => {
    let [, since, held] = deleting.exec(o.message ?? "") ?? [];
    if (!since) return [];
    let late = now - Date.parse(since), isHeld = held !== void 0 && !/^finalizers batch\.kubernetes\.io\/job-tracking$/.test(held);
    return late > 3e5 || isHeld && !collected && late >= 0 ? [{ ...o, phase: "StuckTerminating" }] : [];
  });
}

// src/diagnose/objects.ts
var keyOf = ({ kind, namespace, name: name2 }) => `${kind.toLowerCase()}/${namespace ?? ""}/${name2}`;
function mergeObjects(objects) {
  let byName = /* @__PURE__ */ new Map();
  for (let o of objects) {
    let key = `${o.kind.toLowerCase()}/${o.name}`, same = byName.get(key) ?? [];
    byName.set(key, same), same.push(o);
  }
  return [...byName.values()].flatMap((same) => same.length === 1 ? same : byNamespace(same));
}
function byNamespace(same) {
  let groups3 = /* @__PURE__ */ new Map();
  for (let o of same) groups3.set(o.namespace, [...groups3.get(o.namespace) ?? [], o]);
  let homeless = groups3.get(null);
  if (homeless && groups3.size === 2) {
    groups3.delete(null);
    for (let group of groups3.values()) group.push(...homeless);
  }
  return [...groups3.values()].map((group) => group.toSorted((a, b) => wealth(b) - wealth(a)).reduce(fill));
}
function wealth(o) {
  let told = o.containers.flatMap((c) => [
    c.name,
    c.image,
    c.waiting?.message,
    c.terminated,
    c.last_terminated
  ]);
  return o.conditions.length + o.refs.length + o.ports.length + Object.keys(o.labels).length + [o.uid, o.phase, o.node, o.message, o.reason, o.selector, o.host, ...told].filter(Boolean).length;
}
function fill(rich, poor) {
  let of = (a, b) => a.length ? [...a] : [...b], some = (a, b) => Object.keys(a).length ? a : b;
  return {
    ...rich,
    namespace: rich.namespace ?? poor.namespace,
    uid: rich.uid ?? poor.uid,
    owners: of(rich.owners, poor.owners),
    labels: some(rich.labels, poor.labels),
    selector: rich.selector ?? poor.selector,
    phase: rich.phase ?? poor.phase,
    reason: rich.reason ?? poor.reason,
    message: rich.message ?? poor.message,
    node: rich.node ?? poor.node,
    conditions: of(rich.conditions, poor.conditions),
    containers: containers(rich.containers, poor.containers),
    wanted: rich.wanted ?? poor.wanted,
    ready: rich.ready ?? poor.ready,
    ports: of(rich.ports, poor.ports),
    host: rich.host ?? poor.host,
    refs: of(rich.refs, poor.refs)
  };
}
function containers(rich, poor) {
  return rich.length ? rich.map((c) => {
    let other = poor.find((p) => p.name === c.name);
    if (!other) return c;
    let { waiting, terminated, last_terminated } = other;
    return {
      ...c,
      image: c.image ?? other.image,
      ready: c.ready ?? other.ready,
      waiting: c.waiting && { ...c.waiting, message: c.waiting.message ?? waiting?.message ?? null },
      terminated: c.terminated ?? (c.waiting ? null : terminated),
      last_terminated: c.last_terminated ?? last_terminated
    };
  }) : poor;
}

// src/diagnose/owners.ts
var appended = {
  Deployment: /^-[a-z0-9]{1,10}-[a-z0-9]{5}$/,
  ReplicaSet: /^-[a-z0-9]{5}$/,
  ReplicationController: /^-[a-z0-9]{5}$/,
  DaemonSet: /^-[a-z0-9]{5}$/,
  Job: /^-(?:\d{1,6}-)?[a-z0-9]{5}$/,
  StatefulSet: /^-\d{1,5}$/
}, isWorkload = (o) => Object.hasOwn(appended, o.kind), sameNamespace = (a, b) => a.namespace === null || b.namespace === null || a.namespace === b.namespace;
function belongsTo(child2, workload, replicaSets = []) {
  if (child2.name === workload.name || !sameNamespace(child2, workload)) return !1;
  let owner = child2.owners?.[0];
  if (owner) {
    if (owner.kind === workload.kind) return owner.name === workload.name;
    if (owner.kind !== "ReplicaSet" || workload.kind !== "Deployment") return !1;
    let set = replicaSets.find((r) => r.name === owner.name && sameNamespace(r, child2));
    return set?.owners.length ? belongsTo(set, workload) : nameFits(owner.name, workload.name, /^-[a-z0-9]{1,10}$/);
  }
  return child2.kind === "ReplicaSet" ? workload.kind === "Deployment" && nameFits(child2.name, workload.name, /^-[a-z0-9]{1,10}$/) : child2.kind !== "Pod" || !isWorkload(workload) ? !1 : workload.selector && child2.labels && Object.keys(child2.labels).length ? selects(workload.selector, child2.labels) : nameFits(child2.name, workload.name, appended[workload.kind]);
}
var nameFits = (name2, of, tail2) => name2.startsWith(of) && tail2.test(name2.slice(of.length));
function selects(selector, labels3) {
  let wanted = Object.entries(selector);
  return wanted.length > 0 && wanted.every(([key, value]) => labels3[key] === value);
}
function stem(name2) {
  return name2.replace(
    /-[a-z0-9]{5}$/,
    (tail2) => /\d/.test(tail2) || /^-[bcdfghjklmnpqrstvwxz2456789]{5}$/.test(tail2) ? "" : tail2
  ).replace(/-[a-f0-9]{8,10}$|-[bcdfghjklmnpqrstvwxz2456789]{8,10}$|-\d{1,3}$/, "").replace(/-$/, "");
}
var loose = (name2) => name2.replace(/[-_.]/g, "").toLowerCase();

// src/diagnose/workloads.ts
function workloadsWithoutPods(objects, events2) {
  let pods = objects.filter((o) => o.kind === "Pod");
  if (!pods.length) return [];
  let replicaSets = objects.filter((o) => o.kind === "ReplicaSet");
  return objects.filter((o) => isWorkload(o) && (o.wanted ?? 0) > 0 && !o.ready && !isDone(o)).filter((o) => !objects.some((other) => isWorkload(other) && belongsTo(o, other))).filter((o) => !pods.some((pod2) => belongsTo(pod2, o, replicaSets))).map((o) => {
    let why = reason(o, replicaSets, events2), name2 = o.namespace ? `${o.namespace}/${o.name}` : o.name, text5 = `${o.kind} ${name2} ${o.ready ?? 0}/${o.wanted} ready: none of its pods exists${why ? `; ${why}` : ""}`;
    return { ...o, phase: "NoPods", message: why, at: { ...o.at, text: text5.slice(0, 1e3) } };
  });
}
var isDone = (o) => o.kind === "Job" && o.conditions.some((c) => /^(?:Complete|Failed|Suspended)$/.test(c.type) && c.status === "True");
function reason(o, replicaSets, events2) {
  let own = [o, ...replicaSets.filter((r) => belongsTo(r, o))], failing = own.flatMap(
    (w) => w.conditions.filter((c) => c.type === "ReplicaFailure" && c.status === "True")
  );
  if (failing[0]?.message) return [failing[0].reason, failing[0].message].filter(Boolean).join(": ");
  let told = events2.findLast(
    (e) => e.type !== "Normal" && own.some((w) => w.kind === e.object.kind && w.name === e.object.name && sameNamespace(w, e.object))
  ), byName = events2.findLast((e) => e.reason === "FailedCreate" && belongsTo(e.object, o)), event3 = told ?? byName;
  return event3 ? `${event3.reason}: ${event3.message}` : null;
}

// src/match/line.ts
function tryLine(piece, numbers, { probes, eager, decode: decode3 }, found2) {
  let { buffer, start: start2, end } = piece;
  if (!eager && numbers.every((number5) => probes[number5].silences)) return;
  let latin2 = buffer.toString("latin1", start2, end), line = decode3(isAscii(latin2) ? latin2 : utf8.decode(buffer.subarray(start2, end)));
  if (!line) return;
  let unquoted = unescaped(line.text), tried = (number5) => test(probes[number5], line.text, piece) ?? (unquoted === null ? null : test(probes[number5], unquoted, piece)), isFound = eager;
  for (let number5 of numbers) {
    let captures2 = probes[number5].silences ? null : tried(number5);
    captures2 && found2(number5, line, captures2), isFound ||= captures2 !== null;
  }
  if (isFound)
    for (let number5 of numbers) {
      let captures2 = probes[number5].silences ? tried(number5) : null;
      captures2 && found2(number5, line, captures2);
    }
}
var utf8 = new TextDecoder(), isAscii = (text5) => !/[^\x00-\x7f]/.test(text5);
function test({ line }, text5, { headless, endless }) {
  if (!meets(text5, line.needs)) return null;
  let match = line.exec(text5);
  if (!match || headless && match.index === 0 || endless && line.source.endsWith("$") && match.index + match[0].length === text5.length) return null;
  let captures2 = {};
  for (let [name2, value] of Object.entries(match.groups ?? {}))
    value !== void 0 && (captures2[name2] = value);
  return captures2;
}
function meets(text5, needs) {
  for (let { any, branches } of needs)
    if (branches ? !branches.some((branch) => meets(text5, branch)) : !holdsAny(text5, any)) return !1;
  return !0;
}
function holdsAny(text5, any) {
  for (let literal3 of any) if (text5.includes(literal3)) return !0;
  return !1;
}
function unescaped(text5) {
  return text5.includes('\\"') ? text5.replace(/\\+"/g, '"') : null;
}

// src/match/scan.ts
var window = 8192, mostAtOnce = 3 * window;
function scanBlock(matcher, block, kind, decode3, emit, eager = !1) {
  let { bytes, newlines, settled } = block, found2 = findLiterals(matcher.prefilter, bytes, settled > bytes.length), places = matcher.blind.length ? withBlind(found2.places, block) : found2.places, search = { matcher, block, counting: countingIn(matcher, kind), ...found2, places, watched: [] }, buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), means = { probes: matcher.probes, eager, decode: decode3 };
  block.continued || matcher.found.clear();
  let row = 0;
  for (let i = 0; i < places.length; ) {
    let before = row;
    row = rowOf(newlines, places[i + 1], row), row !== before && matcher.found.clear();
    let from = row === 0 ? 0 : newlines[row - 1] + 1, to = newlines[row] ?? bytes.length, next = i;
    for (; next < places.length && places[next + 1] <= to; ) next += 2;
    for (to - from > mostAtOnce && sortByOffset(places.subarray(i, next)); i < next; ) {
      let { start: start2, end, last: last2 } = pieceAt(from, to, places[i + 1]), until = i;
      for (; until < next && places[until + 1] < last2; ) until += 2;
      let likely = likelyIn(search, i, until, start2, end);
      if (i = until, !likely.length) continue;
      let headless = start2 > from || row === 0 && block.continued, endless = end < to || row === newlines.length && settled <= bytes.length;
      tryLine({ buffer, start: start2, end, headless, endless }, likely, means, (probe, line, captures2) => {
        matcher.found.add(probe), emit({ probe, line: block.lines?.[row] ?? block.firstLine + row, ...line, captures: captures2 });
      });
    }
  }
  return search.watched.sort((a, b) => a - b);
}
function likelyIn(search, from, to, start2, end) {
  let { matcher, block, places, choice, watched: watched2 } = search, { sought, blind, likely } = matcher;
  likely.length = 0, matcher.piece++;
  for (let i = from; i < to; i += 2) {
    let offset = places[i + 1], isFresh = offset >= block.fresh && offset < block.settled;
    if (places[i] === anything) {
      for (let probe of blind) consider(search, probe, start2, end);
      continue;
    }
    let until = choice.since[places[i] + 1];
    for (let n = choice.since[places[i]]; n < until; n++) {
      let probe = sought[choice.searchers[n]];
      probe === watching ? watched2.push(offset) : isFresh && consider(search, probe, start2, end);
    }
  }
  return likely.length > 1 ? likely.sort((a, b) => a - b) : likely;
}
function consider({ matcher, block, counting: counting2 }, probe, start2, end) {
  let { lookedAt, piece, fingerprint } = matcher;
  lookedAt[probe] !== piece && (lookedAt[probe] = piece, !(counting2[probe] === 0 || matcher.found.has(probe)) && (matcher.taken !== piece && takeFingerprint(fingerprint, block.bytes, start2, end), matcher.taken = piece, mayMeet(fingerprint, signatureFor(matcher.probes[probe])) && matcher.likely.push(probe)));
}
var anything = -1;
function withBlind(places, { bytes, newlines, fresh, settled }) {
  let all = [...places], from = 0;
  for (let row = 0; row <= newlines.length && from < bytes.length; row++) {
    let to = newlines[row] ?? bytes.length;
    for (let at = Math.max(from, fresh); at <= to && at < settled; at += window) all.push(anything, at);
    from = to + 1;
  }
  let sorted = Int32Array.from(all);
  return sortByOffset(sorted), sorted;
}
var mostLiterals = 2 ** 22;
function sortByOffset(places) {
  let keys = new Float64Array(places.length / 2);
  for (let i = 0; i < keys.length; i++)
    keys[i] = places[2 * i + 1] * mostLiterals + places[2 * i] - anything;
  keys.sort();
  for (let i = 0; i < keys.length; i++)
    places[2 * i] = keys[i] % mostLiterals + anything, places[2 * i + 1] = Math.floor(keys[i] / mostLiterals);
}
function pieceAt(from, to, offset) {
  if (to - from <= mostAtOnce) return { start: from, end: to, last: to + 1 };
  let core = from + Math.floor((offset - from) / window) * window;
  return {
    start: Math.max(from, core - window),
    end: Math.min(to, core + 2 * window),
    last: Math.min(to + 1, core + window)
  };
}
function rowOf(newlines, offset, row) {
  let low = row, high2 = newlines.length;
  for (; low < high2; ) {
    let middle = low + high2 >>> 1;
    newlines[middle] < offset ? low = middle + 1 : high2 = middle;
  }
  return low;
}

// src/read/blocks.ts
var blockSize = 256 * 1024, around = 16 * 1024;
function blockRoom(size2 = blockSize) {
  return { buffer: Buffer.from(new ArrayBuffer(size2 + 4)), newlines: new Int32Array(4096) };
}
async function* blocks(chunks, room = blockRoom()) {
  let { buffer } = room, size2 = buffer.length - 4, margin = Math.min(around, size2 >> 2), line = 1, continued = !1, fresh = 0, raw = 0, filled2 = 0;
  function next(last2) {
    let newline = filled2 > raw ? buffer.lastIndexOf(10, filled2 - 1) : -1, whole = newline >= raw, cut = !whole && !last2, to = whole ? newline + 1 : cut ? unfinishedCode(buffer, raw, filled2) : filled2, end = cleanBytes(buffer, raw, to, raw === 0), settled = cut ? Math.max(fresh, end - margin) : end + 1, block = lineBlock(buffer.subarray(0, end), { firstLine: line, continued, fresh, settled }, room);
    return {
      block,
      rest: () => {
        let kept = cut ? Math.min(2 * margin, end) : 0;
        buffer.copyWithin(0, end - kept, end), buffer.copyWithin(kept, to, filled2), filled2 += kept - to, raw = kept, fresh = cut ? settled - (end - kept) : 0, line += block.newlines.length, continued = cut;
      }
    };
  }
  for await (let chunk of chunks)
    for (let at = 0; at < chunk.length; ) {
      let count4 = Math.min(chunk.length - at, size2 - filled2);
      if (buffer.set(chunk.subarray(at, at + count4), filled2), filled2 += count4, at += count4, filled2 < size2) break;
      let { block, rest: rest3 } = next(!1);
      yield block, rest3();
    }
  for (; filled2 > raw || continued; ) {
    let { block, rest: rest3 } = next(!0);
    yield block, rest3();
  }
}
function lineBlock(bytes, more2 = {}, room = { newlines: new Int32Array(64) }) {
  let count4 = findNewlines(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), room), newlines = room.newlines.subarray(0, count4);
  return { firstLine: 1, continued: !1, fresh: 0, settled: bytes.length + 1, ...more2, bytes, newlines };
}
function findNewlines(buffer, room) {
  let count4 = 0;
  for (let at = buffer.indexOf(10); at !== -1; at = buffer.indexOf(10, at + 1)) {
    if (count4 === room.newlines.length) {
      let larger = new Int32Array(count4 * 2);
      larger.set(room.newlines), room.newlines = larger;
    }
    room.newlines[count4++] = at;
  }
  return count4;
}

// src/read/bundle/values.ts
function fields2(value) {
  return typeof value == "object" && value !== null && !Array.isArray(value) ? value : {};
}
function list(value) {
  return Array.isArray(value) ? value : [];
}
function text(value, limit = 16384) {
  return typeof value == "number" || typeof value == "boolean" ? String(value) : typeof value == "string" && value !== "" ? value.slice(0, limit) : null;
}
function number2(value) {
  let n = typeof value == "string" && value !== "" ? Number(value) : value;
  return typeof n == "number" && Number.isFinite(n) ? n : null;
}
function texts(value) {
  let found2 = {};
  for (let [key, v] of Object.entries(fields2(value)).slice(0, 100)) {
    let t = text(v, 500);
    t !== null && (found2[key] = t);
  }
  return found2;
}
function instant(value) {
  let written = text(value, 100);
  if (written === null || !/^\d{4}-\d\d-\d\d|^\w{3}, \d/.test(written)) return null;
  if (written.endsWith("Z")) return written;
  let time2 = Date.parse(written);
  return Number.isNaN(time2) ? null : new Date(time2).toISOString();
}
function later(a, b) {
  return a === null || b === null ? a ?? b : Date.parse(a) >= Date.parse(b) ? a : b;
}
function oneLine(written, limit = 500) {
  let line = written.replace(/\s+/g, " ").trim();
  return line.length > limit ? `${line.slice(0, limit - 1)}…` : line;
}
function evidence(place3, kind, line, time2, written) {
  return { kind, source: place3.source, path: place3.path, line, time: time2, text: oneLine(written), url: place3.url };
}
function bareObject(kind, namespace, name2) {
  return {
    kind,
    namespace,
    name: name2,
    uid: null,
    owners: [],
    labels: {},
    selector: null,
    phase: null,
    reason: null,
    message: null,
    node: null,
    conditions: [],
    containers: [],
    wanted: null,
    ready: null,
    ports: [],
    host: null,
    refs: []
  };
}

// src/read/bundle/logfields.ts
var levels = {
  trace: "debug",
  debug: "debug",
  verbose: "debug",
  d: "debug",
  info: "info",
  information: "info",
  log: "info",
  notice: "info",
  i: "info",
  hint: "info",
  detail: "info",
  statement: "info",
  warn: "warn",
  warning: "warn",
  w: "warn",
  error: "error",
  err: "error",
  e: "error",
  severe: "error",
  dpanic: "error",
  fatal: "fatal",
  panic: "fatal",
  critical: "fatal",
  crit: "fatal",
  emerg: "fatal",
  f: "fatal"
};
function level(value) {
  return typeof value == "string" ? levels[value.toLowerCase()] ?? null : typeof value == "number" && value >= 20 ? value >= 60 ? "fatal" : value >= 50 ? "error" : value >= 40 ? "warn" : "info" : null;
}
function logfmt(line, text5) {
  if (!/^(?:time|ts|t|level|lvl|msg|caller|logger|source)=/.test(text5)) return !1;
  let pairs = {};
  for (let m of text5.matchAll(/([\w.@-]{1,64})=(?:"((?:[^"\\]|\\.){0,8192})"|(\S*))/g))
    pairs[m[1]] ??= m[3] ?? m[2].replace(/\\(["\\])/g, "$1").replace(/\\[nt]/g, " ");
  return filled(line, pairs);
}
function json(line, text5) {
  try {
    let value = JSON.parse(text5);
    return typeof value == "object" && value !== null && filled(line, value);
  } catch {
    return !1;
  }
}
var said = [
  "error",
  "err",
  "error_message",
  "errorMessage",
  "exception",
  "reason",
  "detail",
  "cause",
  "hint",
  "output",
  "stderr",
  "body",
  "response"
];
function filled(line, pairs) {
  let message = pairs.msg ?? pairs.message ?? pairs.M ?? pairs.log, parts2 = typeof message == "string" && message !== "" ? [message.trimEnd()] : [];
  for (let key of said) {
    let value = pairs[key], nested = typeof value == "object" && value !== null ? value.message : null, shown = typeof value == "string" ? value : typeof nested == "string" ? nested : null;
    shown && !parts2.some((p) => p.includes(shown)) && parts2.push(`${key}: ${shown}`);
  }
  return parts2.length === 0 || (line.message = parts2.join(" "), line.level ??= level(
    pairs.level ?? pairs.lvl ?? pairs.severity ?? pairs.error_severity ?? pairs.L
  ), line.time = when(pairs.ts ?? pairs.time ?? pairs.timestamp ?? pairs["@timestamp"] ?? pairs.t) ?? line.time), !1;
}
function when(value) {
  if (typeof value == "string" && !/^\d+(?:\.\d+)?$/.test(value)) {
    let zoned = value.replace(/^(\S+) (\S+) (?:UTC|GMT)$/, "$1T$2Z").replace(/([+-]\d\d)(\d\d)$/, "$1:$2");
    return instant(zoned);
  }
  let n = Number(value ?? Number.NaN);
  if (!(n > 1e8)) return null;
  for (; n > 1e14; ) n /= 1e3;
  return new Date(n > 1e11 ? n : n * 1e3).toISOString();
}

// src/read/bundle/logline.ts
var longest = 32768;
function decodeLogLine(text5) {
  let line = { time: null, level: null, message: text5, partial: !1 };
  if (text5.length > longest) return line;
  for (let depth = 0; depth < 4 && unwrap(line); depth++) ;
  return line;
}
function unwrap(line) {
  let text5 = line.message, c = text5.charCodeAt(0);
  return c === 123 ? json(line, text5) : c >= 48 && c <= 57 ? stamped(line, text5) || redis(line, text5) : c === 91 ? bracketed(line, text5) : c >= 65 && c <= 90 ? klog(line, text5) || journal(line, text5) || levelWord(line, text5) : c >= 97 && c <= 122 ? logfmt(line, text5) || compose(line, text5) || levelWord(line, text5) : !1;
}
var iso = /^(\d{4})[-/](\d\d)[-/](\d\d)[T ](\d\d:\d\d:\d\d)(?:[.,](\d{1,9}))?(Z| UTC| ?[+-]\d\d:?\d\d)?(?:[ \t:]+|$)/;
function stamped(line, text5) {
  let m = iso.exec(text5);
  if (!m) return !1;
  let zone = m[6] === void 0 || m[6] === " UTC" ? "Z" : m[6].trim().replace(/(\d\d)(\d\d)$/, "$1:$2"), time2 = instant(`${m[1]}-${m[2]}-${m[3]}T${m[4]}${m[5] ? `.${m[5]}` : ""}${zone}`);
  line.time = line.time !== null && !m[6] ? line.time : time2 ?? line.time;
  let rest3 = text5.slice(m[0].length), cri = /^(?:stdout|stderr) ([FP])(?: |$)/.exec(rest3);
  return cri && (line.partial = cri[1] === "P", rest3 = rest3.slice(cri[0].length)), line.message = rest3, cri || postgres(line, rest3) || levelWord(line, rest3), rest3 !== "";
}
function levelWord(line, text5) {
  let m = /^\[?(TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|FATAL|PANIC|CRITICAL|info|debug|warn|error)\]?(?::? +|\t+)/.exec(
    text5
  );
  return m && (line.level ??= level(m[1])), !1;
}
function bracketed(line, text5) {
  levelWord(line, text5);
  let m = /^\[(\d{4}-\d\d-\d\d[T ][^\]]{8,30})\] */.exec(text5);
  return m ? (line.time ??= instant(
    m[1].replace(" ", "T").replace(/(:\d\d)(?:[.,](\d+))?$/, "$1.$2Z").replace(".Z", "Z")
  ), line.message = text5.slice(m[0].length), !0) : !1;
}
function postgres(line, text5) {
  let m = /^((?:\[\d+(?:-\d+)?\] )?(?:[\w.@[\]-]+ ){0,2})(LOG|ERROR|FATAL|PANIC|WARNING|NOTICE|DETAIL|HINT|STATEMENT): {1,2}/.exec(
    text5
  );
  return m ? (line.level ??= level(m[2]), line.message = text5.slice(m[1].length), !0) : !1;
}
var klogLevels = { I: "info", W: "warn", E: "error", F: "fatal" };
function klog(line, text5) {
  let m = /^([IWEF])\d{4} \d\d:\d\d:\d\d\.\d{6}\s+\d+ [^\]\s]+\] /.exec(text5);
  return m && (line.level ??= klogLevels[m[1]], line.message = text5.slice(m[0].length)), !1;
}
function journal(line, text5) {
  let m = /^[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d [\w.-]+ [^\s:[]+(?:\[\d+\])?: /.exec(text5);
  return m ? (line.message = text5.slice(m[0].length), !0) : !1;
}
function compose(line, text5) {
  let m = /^[a-z0-9][\w.-]{0,100} {1,40}\| /.exec(text5);
  return m && (line.message = text5.slice(m[0].length)), m !== null;
}
var redisLevels = { ".": "debug", "-": "info", "*": "info", "#": "warn" };
function redis(line, text5) {
  let m = /^\d+:[A-Z] (\d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d)(\.\d{3})? ([.*#-]) /.exec(text5);
  if (!m) return !1;
  let time2 = Date.parse(`${m[1]} UTC`);
  return Number.isNaN(time2) || (line.time = new Date(time2 + Number(m[2] ?? 0) * 1e3).toISOString()), line.level ??= redisLevels[m[3]], line.message = text5.slice(m[0].length), !1;
}

// src/read/bundle/dump.ts
var start = /^==== START logs for container (\S+) of pod (\S+)\/(\S+) ====\r?$/;
function isDump(text5) {
  return /^==== START logs for container /m.test(text5);
}
function* segments(text5) {
  let from = 0, fromLine = 1, log2 = null, line = 0, cut = (end) => {
    let part = text5.slice(from, end);
    return part.trim() === "" ? null : log2 ? { type: "log", ...log2, text: part, line: fromLine } : { type: "documents", text: part, line: fromLine };
  };
  for (let at = 0; at < text5.length; ) {
    line++;
    let newline = text5.indexOf(`
`, at), end = newline < 0 ? text5.length : newline;
    if (text5.startsWith("==== ", at)) {
      let m = start.exec(text5.slice(at, Math.min(end, at + 1e3)));
      if (m || text5.startsWith("==== END logs for container ", at)) {
        let done = cut(at);
        done && (yield done), log2 = m ? { container: m[1], namespace: m[2], pod: m[3] } : null, from = end + 1, fromLine = line + 1;
      }
    }
    at = end + 1;
  }
  let last2 = cut(text5.length);
  last2 && (yield last2);
}

// src/read/bundle/kubernaut-layouts.ts
var kubernautLayouts = [
  {
    kind: "kubernaut-must-gather",
    title: "kubernaut must-gather image",
    markers: [/(?:^|\/)collection-metadata\.json$/, /(?:^|\/)version-info\.yaml$/],
    rules: [
      { role: "skip", path: /\.pre-sanitize$/, note: "unsanitised backups are never read" },
      {
        role: "skip",
        path: /(?:^|\/)(?:SHA256SUMS|sanitization-report\.txt|collection-metadata\.json|version-info\.yaml)$/
      },
      { role: "skip", path: /(?:^|\/)events\/events-kubernaut-filtered\.json$/ },
      {
        role: "skip",
        path: /(?:^|\/)(?:kubernaut-must-gather-[^/]+\/metrics\/.*|crds\/[^/]+\/crd-definition\.yaml|config\/api-(?:resources|versions)\.txt)$/
      },
      { role: "previous-log", path: /(?:^|\/)logs\/(?<ns>[^/]+)\/(?<pod>[^/]+)\/previous\.log$/ },
      { role: "container-log", path: /(?:^|\/)logs\/(?<ns>[^/]+)\/(?<pod>[^/]+)\/current\.log$/ },
      { role: "structured", path: /(?:^|\/)logs\/(?<ns>[^/]+)\/(?<pod>[^/]+)\/describe\.txt$/ },
      { role: "structured", path: /(?:^|\/)events\/events-(?:cluster-wide|(?<ns>[^/]+))\.(?:ya?ml|json)$/ },
      { role: "structured", path: /(?:^|\/)cluster-scoped\/.+\.(?:ya?ml|json|txt)$/ },
      { role: "structured", path: /(?:^|\/)crds\/[^/]+\/all-instances\.yaml$/ },
      {
        role: "container-log",
        path: /(?:^|\/)tekton\/(?:pipelineruns\/(?<job>[^/]+)\/logs|operator\/(?<pod>[^/]+))\.(?:txt|log)$/
      },
      { role: "structured", path: /(?:^|\/)tekton\/.+\.yaml$/ },
      { role: "container-log", path: /(?:^|\/)jobs\/(?<job>[^/]+)\/logs\.txt$/ },
      { role: "structured", path: /(?:^|\/)jobs\/.+\.yaml$/ },
      { role: "structured", path: /(?:^|\/)database\/(?:postgresql|redis)\/(?:.+-describe\.txt|.+\.yaml)$/ },
      { role: "container-log", path: /(?:^|\/)database\/(?:postgresql|redis)\/(?<pod>[^/]+)\.log$/ },
      { role: "other-log", path: /(?:^|\/)(?:datastorage|database\/[^/]+|tekton)\/error\.json$/ }
    ]
  },
  {
    kind: "kubernaut-integration",
    title: "kubernaut integration tests (podman containers)",
    markers: [/(?:^|\/)[^/]+-integration-\d{8}-\d{6}\/[^/]+_inspect\.json$/],
    rules: [
      { role: "structured", path: /(?:^|\/)(?<svc>[^/]+)-integration-\d{8}-\d{6}\/[^/]+_inspect\.json$/ },
      { role: "compose-log", path: /(?:^|\/)(?<svc>[^/]+)-integration-\d{8}-\d{6}\/(?<container>[^/]+)\.log$/ }
    ]
  },
  {
    kind: "kubernaut-e2e",
    title: "kubernaut E2E suites (kubectl outputs)",
    markers: [/(?:^|\/)kubernaut-must-gather\/(?:[^/]+\/){1,3}(?:events\.txt|pod_status\.(?:txt|json))$/],
    rules: e2eRules()
  }
];
function e2eRules() {
  let folder = "(?:^|/)kubernaut-must-gather/(?<svc>[^/]+)/(?:(?:[^/]+/)?(?<ns>[^/]+)/)?", rule = (role, file) => ({ role, path: new RegExp(`${folder}${file}$`) });
  return [
    rule("previous-log", "(?<pod>[^/_]+)_(?<container>[^/_]+)_previous\\.log"),
    rule("container-log", "(?<pod>[^/_]+)_(?<container>[^/_]+)\\.log"),
    rule("structured", "(?:events\\.txt|pod_status\\.(?:txt|json)|jobs\\.txt|jobs_describe\\.txt)"),
    rule("structured", "[^/]+_(?:crs|all_ns)\\.yaml")
  ];
}

// src/read/bundle/layouts.ts
var k8sFile = "(?:ya?ml|json)", layouts = [
  ...kubernautLayouts,
  {
    kind: "kind-export",
    title: "kind export logs",
    markers: [/(?:^|\/)kind-version\.txt$/],
    rules: [
      { role: "skip", path: /(?:^|\/)(?:kind-version|docker-info|podman-info|kubernetes-version)\.txt$/ },
      { role: "skip", path: /(?:^|\/)[^/]+\/(?:images|alternatives)\.log$/ },
      { role: "structured", path: /(?:^|\/)(?<node>[^/]+)\/inspect\.json$/ },
      {
        role: "container-log",
        path: /(?:^|\/)(?:(?<node>[^/]+)\/)?pods\/(?<ns>[^/_]+)_(?<pod>[^/_]+)_[^/_]+\/(?<container>[^/]+)\/(?<restart>\d+)\.log(?:\.[\d-]+)?$/
      },
      {
        role: "container-log",
        path: /(?:^|\/)(?:(?<node>[^/]+)\/)?containers\/(?<pod>[^/_]+)_(?<ns>[^/_]+)_(?<container>[^/]+)-[0-9a-f]{64}\.log$/
      },
      {
        role: "node-log",
        path: /(?:^|\/)(?:(?<node>[^/]+)\/)?(?:kubelet|containerd|crio|docker|journal|serial)\.log$/
      }
    ]
  },
  {
    kind: "must-gather",
    title: "oc adm must-gather and oc adm inspect",
    markers: [/(?:^|\/)namespaces\/[^/]+\/(?:pods\/[^/]+\/[^/]+\.yaml|(?:core|apps|batch)\/[^/]+\.yaml)$/],
    rules: [
      {
        role: "previous-log",
        path: /(?:^|\/)namespaces\/(?<ns>[^/]+)\/pods\/(?<pod>[^/]+)\/(?<container>[^/]+)\/[^/]+\/logs\/previous(?:\.insecure)?\.log$/
      },
      {
        role: "container-log",
        path: /(?:^|\/)namespaces\/(?<ns>[^/]+)\/pods\/(?<pod>[^/]+)\/(?<container>[^/]+)\/[^/]+\/logs\/(?:current(?:\.insecure)?\.log|rotated\/[^/]+)$/
      },
      {
        role: "skip",
        path: /(?:^|\/)(?:audit_logs\/.*|event-filter\.html|timestamp|insights-data\/.*|monitoring\/(?:prometheus|alertmanager|metrics)\/.*)$/
      },
      {
        role: "skip",
        path: /(?:^|\/)(?:cluster-scoped-resources|namespaces)\/.*(?:secrets?|customresourcedefinitions)(?:\/[^/]+)?\.yaml$/
      },
      {
        role: "node-log",
        path: /(?:^|\/)(?:host_service_logs\/.+\.log|nodes\/(?<node>[^/]+)\/[^/]+_logs_[^/]+)$/
      },
      { role: "other-log", path: /(?:^|\/)(?:must-gather\.logs|gather\.logs)$/ }
    ]
  },
  {
    kind: "support-bundle",
    title: "Replicated troubleshoot support bundle",
    markers: [/(?:^|\/)cluster-resources\/pods\/[^/]+\.json$/],
    rules: [
      { role: "skip", path: /(?:^|\/)cluster-resources\/pods\/logs\/.*-logs-errors\.log$/ },
      {
        role: "previous-log",
        path: /(?:^|\/)cluster-resources\/pods\/logs\/(?<ns>[^/]+)\/(?<pod>[^/]+)\/(?<container>[^/]+)-previous\.log$/
      },
      {
        role: "container-log",
        path: /(?:^|\/)cluster-resources\/pods\/logs\/(?<ns>[^/]+)\/(?<pod>[^/]+)\/(?<container>[^/]+)\.log$/
      },
      {
        role: "skip",
        path: /(?:^|\/)cluster-resources\/(?:custom-resource-definitions|resources|groups|clusterrole.*|auth-cani-list\/.*|custom-resources\/.*\.yaml|.*-errors)(?:\.json|\.yaml)?$/
      },
      { role: "structured", path: /(?:^|\/)cluster-resources\/.+\.json$/ },
      {
        role: "skip",
        path: /(?:^|\/)(?:secrets\/.*|execution-data\/summary\.txt|node-metrics\/[^/]+\.json|sysctl\/[^/]+|analysis\.json)$/
      }
    ]
  },
  {
    kind: "sonobuoy",
    title: "sonobuoy",
    markers: [/(?:^|\/)meta\/run\.log$/, /(?:^|\/)plugins\//],
    rules: [
      {
        role: "container-log",
        path: /(?:^|\/)podlogs\/(?<ns>[^/]+)\/(?<pod>[^/]+)\/logs\/(?<container>[^/]+)\.(?:txt|log)$/
      },
      { role: "test-report", path: /(?:^|\/)plugins\/.+\/results\/.+\.xml$/ },
      { role: "other-log", path: /(?:^|\/)(?:plugins\/.+\/results\/.+\.log|meta\/run\.log)$/ },
      { role: "structured", path: /(?:^|\/)resources\/(?:cluster|ns\/(?<ns>[^/]+))\/[^/]+\.json$/ },
      {
        role: "skip",
        path: /(?:^|\/)(?:meta\/(?:config|query-time|info)\.json|servergroups\.json|serverversion\.json|hosts\/[^/]+\/(?:configz|healthz)\.json|plugins\/.*defini?tion\.json)$/
      }
    ]
  },
  {
    kind: "cilium-sysdump",
    title: "cilium sysdump",
    markers: [/(?:^|\/)k8s-pods-\d{8}-\d{6}\.yaml$/],
    rules: [
      // A pod's name and its container's are one text here: the container is the last of the known ones, or one word.
      {
        role: "previous-log",
        path: /(?:^|\/)logs-(?<pod>[^/]+?)-(?<container>cilium-agent|cilium-envoy|cilium-operator|hubble-relay|mount-cgroup|mount-bpf-fs|clean-cilium-state|[a-z0-9]+)-\d{8}-\d{6}-prev\.log$/
      },
      {
        role: "container-log",
        path: /(?:^|\/)logs-(?<pod>[^/]+?)-(?<container>cilium-agent|cilium-envoy|cilium-operator|hubble-relay|mount-cgroup|mount-bpf-fs|clean-cilium-state|[a-z0-9]+)-\d{8}-\d{6}\.log$/
      },
      { role: "skip", path: /(?:^|\/)k8s-(?:events-.*\.html|leases-.*\.yaml)$/ },
      { role: "structured", path: /(?:^|\/)(?:k8s|cilium)-[a-z-]+-\d{8}-\d{6}\.(?:yaml|txt)$/ },
      { role: "other-log", path: /(?:^|\/)cilium-sysdump-\d{8}-\d{6}\.log$/ }
    ]
  },
  {
    kind: "crust-gather",
    title: "crust-gather",
    markers: [/(?:^|\/)(?:namespaces\/[^/]+\/v1\/pod\/[^/]+\.yaml|cluster\/v1\/node\/[^/]+\.yaml)$/],
    rules: [
      {
        role: "previous-log",
        path: /(?:^|\/)namespaces\/(?<ns>[^/]+)\/v1\/pod\/(?<pod>[^/]+)\/(?<container>[^/]+)\/previous\.log$/
      },
      {
        role: "container-log",
        path: /(?:^|\/)namespaces\/(?<ns>[^/]+)\/v1\/pod\/(?<pod>[^/]+)\/(?<container>[^/]+)\/current\.log$/
      },
      {
        role: "skip",
        path: /(?:^|\/)(?:namespaces\/[^/]+|cluster)\/[^/]+\/(?:secret|customresourcedefinition)\/[^/]+\.yaml$/
      }
    ]
  },
  {
    kind: "cluster-info-dump",
    title: "kubectl cluster-info dump (folder)",
    markers: [/(?:^|\/)[^/]+\/(?:pods|events|replicasets)\.(?:json|yaml)$/],
    rules: [
      { role: "container-log", path: /(?:^|\/)(?<ns>[^/]+)\/(?<pod>[^/]+)\/logs\.txt$/ },
      {
        role: "structured",
        path: new RegExp(
          `(?:^|/)(?<ns>[^/]+)/(?:events|pods|services|daemonsets|deployments|replicasets|statefulsets|jobs|replication-controllers)\\.${k8sFile}$`
        )
      },
      { role: "structured", path: new RegExp(`(?:^|/)nodes\\.${k8sFile}$`) }
    ]
  },
  {
    kind: "loose-files",
    title: "a folder of kubectl, docker or podman outputs, by content",
    markers: [/\.(?:log|txt|ya?ml|json|xml)$/],
    rules: [
      { role: "skip", path: /(?:^|\/)(?:secrets?\.(?:ya?ml|json)|\.git\/.*|node_modules\/.*)$/ },
      { role: "skip", path: /\.(?:html?|css|js|svg|png|jpe?g|gif|pdf|pem|key|crt|prof|pprof|map|bin)$/i },
      { role: "test-report", path: /(?:^|\/)[^/]*junit[^/]*\.xml$/i },
      { role: "previous-log", path: /(?:^|\/)(?<pod>[^/_]+)_(?<container>[^/_]+)_previous\.log$/ },
      { role: "previous-log", path: /(?:^|[/_.-])prev(?:ious)?\.(?:log|txt)$/ },
      // A pod's name by its ending: hash or ordinal.
      {
        role: "container-log",
        path: /(?:^|\/)(?<pod>[^/_]+-(?:[a-z0-9]{5}|\d+))_(?<container>[^/_]+)\.log$/
      },
      { role: "node-log", path: /(?:^|\/)(?:(?<node>[^/]+)\/)?kubelet(?:\.service)?\.(?:log|txt)$/ },
      { role: "compose-log", path: /(?:^|\/)(?:docker|podman)?-?compose[^/]*\.(?:log|txt)$/ }
    ]
  }
];

// src/read/bundle/collected.ts
var named = /(?:^|\/)(?:(?:collection-)?metadata\.json|timestamp)$/, mayTellTime = (path) => named.test(path);
function collectedAt(path, text5) {
  if (path.endsWith(".json"))
    try {
      let raw = fields2(JSON.parse(text5));
      return instant(raw.collection_time ?? raw.time);
    } catch {
      return null;
    }
  let last2 = null;
  for (let [, date, time2] of text5.slice(0, 4096).matchAll(/^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d)(?:\.\d+)? ?(?:\+0000|Z)/gm))
    last2 = later(last2, `${date}T${time2}Z`);
  return last2;
}
var units = { s: 1, m: 60, h: 3600, d: 86400, y: 31536e3 };
function seconds(age) {
  let parts2 = [...age.trim().matchAll(/(\d{1,9})([smhdy])/g)];
  return !parts2.length || parts2.map((p) => p[0]).join("") !== age.trim() ? null : parts2.reduce((sum2, [, n, unit]) => sum2 + Number(n) * units[unit], 0);
}
function ages(written) {
  let [, last2 = "", first2] = /^(\S+)(?: \(x\d+ over (\S+)\))?$/.exec(written.trim()) ?? [];
  return { last: seconds(last2), first: seconds(first2 === void 0 ? last2 : first2) };
}
function anchor(events2, collected) {
  let now = collected === null ? Number.NaN : Date.parse(collected);
  if (Number.isNaN(now)) return;
  let time2 = (age) => new Date(now - age * 1e3).toISOString();
  for (let event3 of events2) {
    let { age } = event3;
    !age || age.last === null || event3.last !== null || (event3.last = time2(age.last), event3.first = time2(age.first ?? age.last), event3.at.time = event3.last);
  }
}

// src/read/bundle/columns.ts
function columns(header3) {
  let found2 = [];
  for (let m of header3.matchAll(/\S+(?: \S+)*/g)) {
    let last2 = found2.at(-1);
    last2 && (last2.to = m.index), found2.push({ name: m[0], from: m.index, to: Number.MAX_SAFE_INTEGER });
  }
  return found2;
}
function cells(row, by) {
  let found2 = {};
  for (let { name: name2, from, to } of by) {
    let cell = row.slice(from, to).trim();
    found2[name2] = cell === "<none>" || cell === "<unknown>" ? "" : cell;
  }
  return found2;
}

// src/read/bundle/event.ts
var combined = /^\(combined from similar events\): /;
function isEvent(raw, listKind) {
  return (raw.kind ?? listKind) === "Event" || raw.involvedObject || raw.regarding ? !0 : !raw.kind && typeof raw.reason == "string" && typeof raw.message == "string" && "lastTimestamp" in raw;
}
function toEvent(raw, place3, line) {
  let object3 = fields2(raw.involvedObject ?? raw.regarding), series = fields2(raw.series), container2 = /\{(.+)\}/.exec(text(object3.fieldPath, 500) ?? "")?.[1], first2 = raw.firstTimestamp ?? raw.deprecatedFirstTimestamp ?? raw.eventTime, last2 = series.lastObservedTime ?? raw.lastTimestamp ?? raw.deprecatedLastTimestamp ?? raw.eventTime ?? first2;
  return placedEvent(
    {
      type: text(raw.type, 50) ?? "Normal",
      reason: text(raw.reason, 200) ?? "",
      message: text(raw.message) ?? text(raw.note) ?? "",
      object: {
        kind: text(object3.kind, 200) ?? "",
        namespace: text(object3.namespace, 500) ?? text(fields2(raw.metadata).namespace ?? raw.namespace, 500),
        name: text(object3.name, 500) ?? "",
        ...container2 ? { container: container2 } : {}
      },
      count: number2(series.count) ?? number2(raw.count) ?? number2(raw.deprecatedCount) ?? 1,
      first: instant(first2),
      last: instant(last2)
    },
    place3,
    line
  );
}
function placedEvent(event3, place3, line) {
  let message = event3.message.replace(combined, "").trim(), about = `${event3.object.kind}/${event3.object.name}`, times = event3.count > 1 ? ` (x${event3.count})` : "", line1 = `${event3.type} ${event3.reason} ${about}: ${oneLine(message, 400)}${times}`;
  return { ...event3, message, at: evidence(place3, "event", line, event3.last ?? event3.first, line1) };
}

// src/read/bundle/summary.ts
function placed(object3, place3, line, time2) {
  return { ...object3, at: evidence(place3, "object", line, time2, summary(object3)) };
}
var good = /* @__PURE__ */ new Set([
  "Ready",
  "Available",
  "Progressing",
  "Complete",
  "Initialized",
  "ContainersReady",
  "PodScheduled"
]);
function summary(o) {
  let parts2 = [];
  (o.reason || o.message) && parts2.push([o.reason, o.message].filter(Boolean).join(": "));
  for (let c of o.containers) {
    let name3 = o.containers.length > 1 && c.name ? `${c.name} ` : "";
    c.waiting && parts2.push(
      [`${name3}waiting ${c.waiting.reason ?? ""}`.trim(), c.waiting.message].filter(Boolean).join(": ")
    );
    let end = c.terminated ?? (c.waiting || c.restarts > 0 ? c.last_terminated : null);
    if (end && end.reason !== "Completed") {
      let code = end.exit_code === null ? "" : ` (exit code ${end.exit_code})`;
      parts2.push(
        [`${name3}terminated ${end.reason ?? ""}`.trim() + code, end.message].filter(Boolean).join(": ")
      );
    }
    c.restarts > 0 && parts2.push(`${name3}restarts ${c.restarts}`);
  }
  for (let c of o.phase === "Succeeded" ? [] : o.conditions) {
    let bad = good.has(c.type) ? c.status !== "True" : c.status === "True" && /Pressure|Fail|Unavailable/.test(c.type), why = [c.reason, c.message].filter(Boolean).join(": "), said3 = why !== "" && parts2.some((part) => part.endsWith(why));
    bad && !said3 && parts2.length < 6 && parts2.push(why ? `${c.type} ${c.status}: ${why}` : `${c.type} ${c.status}`);
  }
  let name2 = o.namespace ? `${o.namespace}/${o.name}` : o.name, pods = o.wanted !== null ? ` ${o.ready ?? 0}/${o.wanted} ready` : "";
  return `${o.kind} ${name2}${o.phase ? ` ${o.phase}` : ""}${pods}${parts2.length ? `: ${parts2.join("; ")}` : ""}`;
}

// src/read/bundle/tables.ts
var kinds = [
  ["Pod", ["READY", "STATUS", "RESTARTS"]],
  ["Deployment", ["READY", "UP-TO-DATE", "AVAILABLE"]],
  ["DaemonSet", ["DESIRED", "CURRENT", "READY", "UP-TO-DATE"]],
  ["ReplicaSet", ["DESIRED", "CURRENT", "READY"]],
  ["Job", ["COMPLETIONS", "DURATION"]],
  ["Service", ["TYPE", "CLUSTER-IP"]],
  ["Node", ["STATUS", "ROLES", "VERSION"]],
  ["PersistentVolumeClaim", ["STATUS", "VOLUME", "STORAGECLASS"]],
  ["StatefulSet", ["READY", "AGE"]],
  ["Namespace", ["NAME", "STATUS", "AGE"]]
], header = /^(?:NAMESPACE {2,}\S.*|NAME {2,}\S.*|LAST SEEN {2,}TYPE .*)$/;
function hasTable(text5) {
  return text5.split(`
`, 50).some((line) => header.test(line.trimEnd()));
}
function readTables(text5, place3, namespace) {
  let parsed = { objects: [], events: [] }, by = [], kind = null;
  for (let [index, raw] of text5.split(`
`).entries()) {
    let line = raw.slice(0, 16384).trimEnd();
    if (header.test(line)) {
      by = columns(line);
      let names = new Set(by.map((c) => c.name));
      kind = names.has("REASON") && names.has("OBJECT") ? "Event" : null, kind ??= kinds.find(([, needs]) => needs.every((n) => names.has(n)))?.[0] ?? null;
    } else if (line === "" || /^\$ |^exit \d+$/.test(line)) by = [];
    else if (by.length > 0 && kind) {
      let row = cells(line, by);
      kind === "Event" ? event(parsed, row, place3, namespace, index + 1) : object(parsed, kind, row, place3, namespace, index + 1);
    }
  }
  return parsed;
}
var eventKinds = {
  pod: "Pod",
  deployment: "Deployment",
  replicaset: "ReplicaSet",
  statefulset: "StatefulSet",
  daemonset: "DaemonSet",
  job: "Job",
  cronjob: "CronJob",
  node: "Node",
  service: "Service",
  persistentvolumeclaim: "PersistentVolumeClaim",
  namespace: "Namespace",
  horizontalpodautoscaler: "HorizontalPodAutoscaler"
};
function event(parsed, row, place3, namespace, line) {
  let [short2 = "", ...rest3] = (row.OBJECT ?? "").split("/");
  if (rest3.length === 0 || !row.REASON) return;
  let plain = short2.toLowerCase().split(".")[0], container2 = /\{([^{}]{1,300})\}/.exec(row.SUBOBJECT ?? "")?.[1], times = /\(x(\d+) over/.exec(row["LAST SEEN"] ?? "")?.[1] ?? row.COUNT, found2 = {
    type: row.TYPE || "Normal",
    reason: row.REASON,
    message: row.MESSAGE ?? "",
    object: {
      kind: eventKinds[plain] ?? plain.charAt(0).toUpperCase() + plain.slice(1),
      namespace: row.NAMESPACE || namespace,
      name: rest3.join("/"),
      ...container2 ? { container: container2 } : {}
    },
    count: Number(times) || 1,
    // Ages only: when the table was written is not known.
    first: null,
    last: null
  }, event3 = placedEvent(found2, place3, line), age = ages(row["LAST SEEN"] ?? "");
  age && (event3.age = { ...age, first: seconds(row["FIRST SEEN"] ?? "") ?? age.first }), parsed.events.push(event3);
}
function object(parsed, tableKind, row, place3, namespace, line) {
  let [prefix, short2] = (row.NAME ?? "").includes("/") ? row.NAME.split("/") : ["", row.NAME ?? ""], kind = eventKinds[prefix.split(".")[0]] ?? tableKind;
  if (!short2) return;
  let found2 = bareObject(kind, kind !== "Node" && kind !== "Namespace" ? row.NAMESPACE || namespace : null, short2), [ready, wanted] = (row.READY ?? row.COMPLETIONS ?? "").split("/");
  if (kind === "Pod" ? pod(found2, row) : (found2.ready = Number.parseInt(ready ?? "", 10), found2.wanted = Number.parseInt(row.DESIRED ?? wanted ?? "", 10), Number.isNaN(found2.ready) && (found2.ready = null), Number.isNaN(found2.wanted) && (found2.wanted = null)), kind === "Node") {
    let status = (row.STATUS ?? "").split(",").includes("Ready") ? "True" : "False";
    found2.conditions = [{ type: "Ready", status, reason: null, message: null }];
  } else if (kind === "Namespace" || kind === "PersistentVolumeClaim") found2.phase = row.STATUS || null;
  else if (kind === "Service") {
    found2.host = row["CLUSTER-IP"] || null;
    for (let m of (row["PORT(S)"] ?? "").matchAll(/(\d{1,5})(?::(\d{1,5}))?\/(\w{1,10})/g))
      found2.ports.push({
        port: Number(m[1]),
        target: null,
        node_port: m[2] ? Number(m[2]) : null,
        protocol: m[3]
      });
  }
  parsed.objects.push(placed(found2, place3, line, null));
}
function pod(found2, row) {
  let [, init, shown] = /^(Init:)?([\s\S]*)$/.exec(row.STATUS ?? ""), status = shown || "Unknown";
  found2.node = row.NODE || null;
  let restarts = Number.parseInt(row.RESTARTS ?? "", 10) || 0, [ready, wanted] = (row.READY ?? "").split("/"), state = {
    name: "",
    init: init !== void 0,
    image: null,
    ready: ready === wanted,
    restarts,
    waiting: null,
    terminated: null,
    last_terminated: null
  }, code = /^(ExitCode|Signal):(\d+)$/.exec(status);
  /^(?:Running|Pending|Succeeded|Failed|Unknown)$/.test(status) ? found2.phase = status : /^(?:Evicted|Terminating|NodeLost|NotReady|SchedulingGated|UnexpectedAdmissionError|OutOf.*)$/.test(
    status
  ) ? (found2.reason = status, (status === "Evicted" || status.startsWith("OutOf")) && (found2.phase = "Failed")) : code || /^(?:Completed|Error|OOMKilled|StartError|ContainerCannotRun|DeadlineExceeded|ContainerStatusUnknown)$/.test(
    status
  ) ? state.terminated = {
    reason: code ? null : status,
    message: null,
    exit_code: code?.[1] === "ExitCode" ? Number(code[2]) : null,
    signal: code?.[1] === "Signal" ? Number(code[2]) : null,
    finished_at: null
  } : /^\d+\/\d+$/.test(status) || (found2.phase = "Pending", state.waiting = { reason: status, message: null }), status === "CrashLoopBackOff" && !init && (found2.phase = "Running"), found2.containers = [state];
}

// src/read/bundle/route.ts
var rules = layouts.flatMap((layout) => layout.rules);
function route(path) {
  for (let rule of rules) {
    let m = rule.path.exec(path);
    if (m) return { role: rule.role, rule, groups: m.groups ?? {} };
  }
  return null;
}
function readingOrder(path) {
  let role = route(path)?.role;
  return role ? rank[role] : /\.(?:ya?ml|json|xml)$|(?:^|[/_-])(?:events?|describe)[^/]*$/i.test(path) ? rank.structured : /\.log$/i.test(path) ? rank["container-log"] : rank["other-log"];
}
var rank = {
  structured: 0,
  dump: 0,
  "test-report": 0,
  "previous-log": 1,
  "container-log": 2,
  "compose-log": 2,
  "node-log": 3,
  "other-log": 4,
  skip: 5
};
function sniff(path, begin) {
  let head = begin.replace(/^\$ .*\n/, "");
  return head.includes("\0") ? "skip" : /^\s*<(?:\?xml[^>]*\?>\s*<)?testsuites?\b/.test(head) || /^\s*\[?\s*\{\s*"SuitePath"|^\s*\{"(?:Time|Action)":/.test(head) ? "test-report" : isDump(head) || /^\s*\{\s*"kind": "NodeList"/.test(head) ? "dump" : /\.(?:ya?ml|json)$/i.test(path) || /^\s*(?:\[\s*)?\{\s*"(?:apiVersion|kind|items|metadata)"/.test(head) || /^(?:---\s+)?(?:apiVersion|kind|items):/.test(head) || /^Name: {2,}\S/m.test(head) && /^(?:Namespace|Labels|Annotations): /m.test(head) || hasTable(head) || /^No resources found/.test(head) ? "structured" : /\.log$/i.test(path) ? "container-log" : "other-log";
}
var kinds2 = {
  "container-log": "container-log",
  "previous-log": "previous-log",
  "node-log": "node-log",
  "compose-log": "container-log",
  "other-log": "file"
};
function logKind(role) {
  return kinds2[role] ?? null;
}
function logObject(role, groups3) {
  let { ns = null, pod: pod2, container: container2, node, job, svc } = groups3;
  if (role === "node-log") return node ? { kind: "Node", namespace: null, name: node } : null;
  if (role === "compose-log") {
    let name2 = svc && container2?.startsWith(`${svc}_`) ? container2.slice(svc.length + 1) : container2;
    return name2 ? { kind: "Container", namespace: null, name: name2 } : null;
  }
  return pod2 ? { kind: "Pod", namespace: ns, name: pod2, ...container2 ? { container: container2 } : {} } : job ? { kind: "Job", namespace: ns, name: job } : null;
}
function formats() {
  let missing = new Map(layouts.map((l) => [l, new Set(l.markers)]));
  return {
    saw(path) {
      for (let markers of missing.values())
        for (let marker of markers) marker.test(path) && markers.delete(marker);
    },
    prove(kind) {
      for (let [layout, markers] of missing) layout.kind === kind && markers.clear();
    },
    name: () => layouts.find((layout) => missing.get(layout).size === 0)?.kind ?? null
  };
}

// src/pieces.ts
var mostNumbered = 2e3, mostHits = 8;
async function scanPiece(piece, { source: source2, matcher, collector, runs, room }) {
  let numbered2 = piece.restart !== null && piece.object !== null && runs.logs.length < mostNumbered, kinds4 = numbered2 ? bothRuns : [piece.kind], hits = [], emit = numbered2 ? bounded(hits) : collector.log(placeOf(piece, source2, piece.kind));
  for await (let block of blocks(piece.bytes(), room)) {
    let placed2 = { ...block, firstLine: block.firstLine + piece.line - 1 };
    scanBlock(matcher, placed2, numbered2 ? null : piece.kind, decodeContainerLine, (hit) => {
      let wanted = matcher.probes[hit.probe].kinds;
      (!wanted.length || wanted.some((kind) => kinds4.includes(kind))) && emit(hit);
    });
  }
  if (!numbered2) return;
  let container2 = nameOf(piece.object);
  runs.last.set(container2, Math.max(runs.last.get(container2) ?? 0, piece.restart)), hits.length && runs.logs.push({ piece, hits });
}
function finishRuns(runs, source2, matcher, collector) {
  for (let { piece, hits } of runs.logs) {
    let isLast = piece.restart === runs.last.get(nameOf(piece.object)), kind = isLast ? "container-log" : "previous-log", emit = collector.log(placeOf(piece, source2, kind));
    for (let hit of hits) {
      let { kinds: kinds4 } = matcher.probes[hit.probe];
      (!kinds4.length || kinds4.includes(kind) || !isLast && kinds4.includes("container-log")) && emit(hit);
    }
  }
}
var bothRuns = ["container-log", "previous-log"], nameOf = ({ namespace, name: name2, container: container2 }) => [namespace, name2, container2].join("\0");
function bounded(hits) {
  let places = /* @__PURE__ */ new Map();
  return (hit) => {
    let own = places.get(hit.probe) ?? [];
    places.set(hit.probe, own), own.length < mostHits ? own.push(hits.push(hit) - 1) : hits[own.at(-1)] = hit;
  };
}
function placeOf(piece, source2, kind) {
  let object3 = piece.object ?? (piece.service ? { kind: "Service", namespace: null, name: piece.service } : null);
  return { kind, source: source2.name, path: piece.path, url: source2.url, object: object3 };
}
function scanFailures(tests2, path, { source: source2, matcher, collector }) {
  let texts3 = [], lines = [];
  for (let [i, failure2] of tests2.failures.entries()) {
    let text5 = failure2.message.split(`
`);
    texts3.push(...text5);
    for (let _ of text5) lines.push(tests2.blocks[i]?.from ?? 1);
  }
  if (!texts3.length) return;
  let bytes = new TextEncoder().encode(`${texts3.join(`
`)}
`), place3 = { kind: "test-report", source: source2.name, path, url: source2.url, object: null }, block = lineBlock(bytes, { lines });
  scanBlock(matcher, block, "test-report", decodeContainerLine, collector.log(place3));
}
function finishObjects(findings, collector, { collected, isComplete }) {
  let { events: events2 } = findings, objects = mergeObjects(findings.objects), derived = [
    ...stuckDeletions(objects, events2, collected),
    ...isComplete ? workloadsWithoutPods(objects, events2) : []
  ];
  collector.objects(derived);
  let by = new Map(derived.map((o) => [keyOf(o), o]));
  findings.objects = objects.map((o) => by.get(keyOf(o)) ?? o);
}
var mostSniffed = 32 << 20;
async function asMember(source2, bytes) {
  if (bytes.size > mostSniffed) return null;
  let begin = new TextDecoder().decode(await collect(bytes.stream(0, 4096), 4096));
  if (/^\s*\{"(?:Time|Action)":/.test(begin)) return null;
  let role = sniff(source2.name, begin);
  return role !== "structured" && role !== "dump" && role !== "test-report" ? null : { path: source2.name, size: bytes.size, bytes: () => bytes.stream() };
}
var decodeContainerLine = (raw) => {
  let { time: time2, message } = decodeLogLine(raw);
  return { text: message, time: time2 };
};
function scanAnnotations({
  suite,
  matcher,
  collector
}) {
  let annotations = suite.job?.annotations ?? [];
  if (!annotations.length) return;
  let text5 = `${annotations.map((a) => a.replaceAll(`
`, " ")).join(`
`)}
`, block = lineBlock(new TextEncoder().encode(text5)), place3 = {
    kind: "job-log",
    source: suite.job.name,
    path: "annotations",
    url: suite.job.url,
    object: null
  };
  scanBlock(matcher, block, "job-log", decodeActionsLine, collector.log(place3));
}
function bestReport(reports) {
  return reports.toSorted((a, b) => b.failed - a.failed || (b.total ?? 0) - (a.total ?? 0))[0] ?? null;
}

// src/read/archive/limits.ts
var defaultLimits = {
  total: 2147483648,
  member: 536870912,
  members: 5e4,
  ratio: 1e3,
  ratioFrom: 67108864,
  nested: 67108864,
  depth: 4,
  path: 500
};
function budget(name2, limits, note, order = () => 0) {
  let expanded = 0, members = 0, said3 = /* @__PURE__ */ new Set(), left = /* @__PURE__ */ new Map(), self = {
    limits,
    order,
    stopped: !1,
    spend(bytes) {
      return expanded += bytes, expanded > limits.total && stop(`more than ${size(limits.total)} when unpacked; the rest was not read`), !self.stopped;
    },
    admit() {
      return ++members > limits.members && stop(`more than ${limits.members} members; the rest was not read`), !self.stopped;
    },
    cut(what, why) {
      self.stopped || said3.has(what) || (said3.add(what), note({ what, why }));
    },
    leaveOut: (what) => {
      left.set(what, (left.get(what) ?? 0) + 1);
    },
    finish() {
      for (let [what, count4] of left) note({ what: name2, why: `${count4} ${what}` });
      left.clear();
    }
  };
  function stop(why) {
    self.stopped || note({ what: name2, why }), self.stopped = !0;
  }
  return self;
}
function size(bytes) {
  return bytes >= 1048576 ? `${Math.round(bytes / 1048576 * 10) / 10} MiB` : bytes >= 1024 ? `${Math.round(bytes / 1024)} KiB` : `${bytes} bytes`;
}

// src/read/tests/line-start.ts
var anywhere = ['"Action":"', "--- FAIL: ", "--- PASS: ", "--- SKIP: "], prefixes = "[ R • ↺ ● -- == =_ ?_ ?	 # #_ ## ++ +_Timeout S S_ SS SP S• Summarizing SUCCESS P P_ PS PP P• PASS Post_job Will_run FAIL Failed_to Fatal Found_no Ginkgo_ Timeline Test TAP_ fatal_error ginkgo_run go:_ panic: pytest py.test __ DONE_ ok_ ok	 not_ok ERROR INTERNALERROR ImportError Cleaning_up".split(" ").map((prefix) => prefix.replaceAll("_", " ").replace("  ", "__")), progress = ".FEsxXR", no = 0, yes = 1, indented = 2, numbered = 3, longer = 4;
function lineStarts() {
  let table = new Uint8Array(65536), more2 = /* @__PURE__ */ new Map(), bytes = (text5) => new TextEncoder().encode(text5), any = (a, what) => {
    for (let b = 0; b < 256; b++) table[a | b << 8] = what;
  };
  for (let prefix of prefixes) {
    let [a = 0, b, ...rest3] = bytes(prefix);
    if ("[R".includes(prefix) || a > 127) any(a, yes);
    else if (b === void 0) for (let end of [10, 13]) table[a | end << 8] = yes;
    else if (!rest3.length) table[a | b << 8] = yes;
    else {
      let key = a | b << 8;
      more2.set(key, [...more2.get(key) ?? [], bytes(prefix)]), table[key] === no && (table[key] = longer);
    }
  }
  for (let a of bytes(progress)) for (let b of bytes(`${progress} `)) table[a | b << 8] = yes;
  any(32, indented), any(9, indented);
  for (let digit of bytes("0123456789")) any(digit, numbered);
  for (let a = 33; a < 128; a++) table[a | 23296] = yes;
  return { table, longer: more2 };
}
function lineMatters(starts, bytes, start2, end) {
  if (start2 >= end) return !1;
  let key = bytes[start2] | (bytes[start2 + 1] ?? 10) << 8, what = starts.table[key];
  return what === no ? endsLikeVerbose(bytes, start2, end) : what === yes ? !0 : what === longer ? starts.longer.get(key).some((prefix) => begins(bytes, start2, prefix)) || endsLikeVerbose(bytes, start2, end) : what === indented ? indentedMatters(bytes, start2, end) : numberedMatters(bytes, start2, end);
}
function begins(bytes, start2, prefix) {
  for (let i = 2; i < prefix.length; i++) if (bytes[start2 + i] !== prefix[i]) return !1;
  return !0;
}
function indentedMatters(bytes, start2, end) {
  let at = start2 + 1;
  for (; at < end && (bytes[at] === 32 || bytes[at] === 9); ) at++;
  if (at >= end) return !1;
  let c = bytes[at];
  return c === 45 ? at === start2 + 1 : c === 65 ? bytes[at + 1] === 116 : c === 84 ? bytes[start2] === 9 : c >= 48 && c <= 57 ? at === start2 + 2 : c >= 128 || c === 91;
}
function endsLikeVerbose(bytes, start2, end) {
  let last2 = bytes[end - 1] === 13 ? end - 2 : end - 1;
  return last2 < start2 + 3 ? !1 : bytes[last2] === 93 ? bytes[last2 - 1] === 37 : bytes[last2] === 109 && bytes[last2 - 1] === 48 && bytes[last2 - 2] === 91;
}
function numberedMatters(bytes, start2, end) {
  if (bytes[bytes[end - 1] === 13 ? end - 2 : end - 1] === 115) return !0;
  let at = start2 + 1;
  for (; at < end && bytes[at] >= 48 && bytes[at] <= 57; ) at++;
  let c = bytes[at];
  return c === 46 ? at === start2 + 1 && bytes[start2] === 49 : c === 91 || c === 32 && bytes[at + 1] === 116;
}

// src/findings/file.ts
var findingsMember = "e2e-triage-findings.json";

// src/findings/schema.ts
var longestText2 = 2e4, longestName = 1e3, text2 = string().max(longestText2), name = string().max(longestName), maybe = name.nullable(), maybeText = text2.nullable(), time = string().max(64).nullable(), count = int().nonnegative(), maybeCount = count.nullable(), captures = record(string().regex(/^[A-Za-z]\w{0,63}$/), text2), labels = record(name, name), few = (item) => array(item).max(2e3), evidence2 = strictObject({
  // Never a job's log: that is read from the API.
  kind: _enum(["container-log", "previous-log", "node-log", "event", "object", "test-report", "file"]),
  source: name,
  path: maybe,
  line: maybeCount,
  time,
  text: text2,
  url: _null()
}), ref = strictObject({ kind: name, namespace: maybe, name, container: name.optional() }), place = strictObject({
  pattern: string().max(200),
  condition: int().min(-100).max(100),
  captures,
  at: evidence2,
  object: ref.nullable(),
  count: int().positive(),
  noise: boolean()
}), event2 = strictObject({
  type: name,
  reason: name,
  message: text2,
  object: ref,
  count,
  first: time,
  last: time,
  at: evidence2
}), termination = strictObject({
  reason: maybe,
  message: maybeText,
  exit_code: int().nullable(),
  signal: int().nullable(),
  finished_at: time
}).nullable(), container = strictObject({
  name,
  init: boolean(),
  image: maybe,
  ready: boolean().nullable(),
  restarts: count,
  waiting: strictObject({ reason: maybe, message: maybeText }).nullable(),
  terminated: termination,
  last_terminated: termination
}), object2 = strictObject({
  kind: name,
  namespace: maybe,
  name,
  uid: maybe,
  owners: few(ref),
  labels,
  selector: labels.nullable(),
  phase: maybe,
  reason: maybeText,
  message: maybeText,
  node: maybe,
  conditions: few(strictObject({ type: name, status: name, reason: maybe, message: maybeText })),
  containers: few(container),
  wanted: maybeCount,
  ready: maybeCount,
  ports: few(
    strictObject({ port: number(), target: maybe, node_port: number().nullable(), protocol: maybe })
  ),
  host: maybe,
  refs: few(ref),
  at: evidence2
}), tests = strictObject({
  framework: string().max(40),
  total: maybeCount,
  ran: maybeCount,
  passed: count,
  failed: count,
  skipped: count,
  phase: _enum(["setup", "tests", "teardown"]),
  failures: few(strictObject({ name: text2, location: name, message: text2 })),
  blocks: few(strictObject({ from: count, to: count })),
  verdict_line: maybeCount,
  tests_line: maybeCount,
  first_line: count
}), source = strictObject({
  kind: _enum(["bundle", "test-report"]),
  name,
  state: _enum(["read", "missing", "expired", "empty", "unreadable", "truncated"]),
  detail: maybeText,
  format: string().max(60).nullable(),
  bytes: maybeCount,
  lines: maybeCount
}), findingsSchema = strictObject({
  schema_version: literal(1),
  tool: strictObject({
    name: literal("e2e-triage"),
    version: string().max(40),
    catalog: string().max(100)
  }),
  service: string().min(1).max(200),
  matches: array(place).max(25e3),
  events: array(event2).max(5e3),
  objects: array(object2).max(5e3),
  complete: boolean(),
  collected: time,
  tests: tests.nullable(),
  sources: array(source).max(20),
  incomplete: array(strictObject({ what: name, why: text2 })).max(200)
});

// src/findings/parse.ts
function parseFindings(bytes) {
  if (!bytes || bytes.length > 4194304)
    return refuse(`it is longer than ${4194304 / 1024 ** 2} MB, so no scan wrote it`);
  let data;
  try {
    data = JSON.parse(new TextDecoder("utf-8", { fatal: !0 }).decode(bytes));
  } catch {
    return refuse("it is not JSON");
  }
  let version = data?.schema_version;
  if (typeof version == "number" && version !== 1)
    return refuse(`it has schema_version ${version}; scan and report with one version of the action`);
  let parsed = findingsSchema.safeParse(data);
  if (parsed.success) return { ok: !0, file: parsed.data };
  let { path, code } = parsed.error.issues[0], where = path.map(String).filter((part) => /^[\w-]{1,40}$/.test(part)).join(".");
  return refuse(`it is not what a scan writes (${where || "the whole"}: ${code})`);
}
var refuse = (why) => ({ ok: !1, why: `${findingsMember} was not used: ${why}` });

// src/read/archive/paths.ts
function safePath(name2, limit) {
  let unix = name2.replaceAll("\\", "/"), relative = unix.replace(/^\/*[A-Za-z]:(?=\/|$)/, ""), parts2 = relative.split("/").filter((part) => part !== "" && part !== "."), kept = parts2.filter((part) => part !== ".."), joined2 = kept.join("/"), clean3 = joined2.replace(/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g, "?");
  return {
    path: clean3.length > limit ? clean3.slice(0, limit) : clean3,
    suspicious: kept.length !== parts2.length || relative !== unix || joined2.includes("\0") || clean3.length > limit
  };
}
function stem2(path) {
  return path.replace(/\.(?:zip|tgz|tar|tar\.gz)$/i, "");
}
function withoutGzip(path) {
  return path.replace(/\.tgz$/i, ".tar").replace(/\.gz(?:ip)?$/i, "");
}

// src/merge.ts
async function peeked(members) {
  let iterator = members[Symbol.asyncIterator](), start2 = await iterator.next(), first2 = start2.done ? null : start2.value;
  async function* all() {
    try {
      first2 && (yield first2);
      for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
    } finally {
      await iterator.return?.();
    }
  }
  return { first: first2, all: all(), close: async () => {
    await iterator.return?.();
  } };
}
async function mergeFindings(member, source2, context, notes) {
  let { suite, matcher, collector, findings, reports } = context, parsed = parseFindings(await collect(member.bytes(), 4194304));
  if (!parsed.ok) throw new Unavailable("unreadable", parsed.why);
  let { file } = parsed;
  if (!belongs(file.service, suite, source2))
    throw new Unavailable("unreadable", `its findings are of ${file.service}, not of ${suite.service}`);
  let absent = file.sources.find((s) => s.state !== "read" && s.state !== "truncated");
  if (absent && file.sources.every((s) => s.state === absent.state)) {
    let detail = absent.detail ?? "the scan read nothing";
    throw new Unavailable(absent.state, detail);
  }
  let placed2 = (item) => ({ ...item, at: placeOf2(item.at, source2) }), numbers = new Map(matcher.patterns.map((p, number5) => [p.id, number5])), places = file.matches.flatMap((place3) => {
    let pattern = numbers.get(place3.pattern), { conditions: conditions3 = [], unless = [] } = matcher.patterns[pattern ?? -1] ?? {}, condition = conditions3[place3.condition] ?? unless[-1 - place3.condition];
    if (pattern === void 0 || !condition || condition.type === "absent") return [];
    let captures2 = known(place3.captures, groupsOf(condition));
    return [{ ...placed2(place3), pattern, captures: captures2 }];
  }), unknown2 = file.matches.length - places.length;
  notes.push(...file.incomplete), context.catalog && file.tool.catalog !== context.catalog && notes.push({
    what: source2.name,
    why: "it was scanned with other patterns than the report is made with; scan and report from one commit, with one version of the action"
  }), unknown2 && notes.push({ what: source2.name, why: `${unknown2} places of patterns that are not in the catalog: dropped` });
  let objects = file.objects.map(placed2);
  return collector.restore(places, objects), findings.objects.push(...objects), findings.events.push(...file.events.map(placed2)), file.tests && reports.push(file.tests), context.collected ??= file.collected, context.isCut ||= !file.complete, file.sources.find((s) => s.format)?.format ?? null;
}
function placeOf2(at, { name: name2, url }) {
  return { ...at, source: name2, url, path: at.path === null ? null : safePath(at.path, 500).path };
}
function known(captures2, groups3) {
  return Object.fromEntries(Object.entries(captures2).filter(([name2]) => groups3.has(name2)));
}
var groups = /* @__PURE__ */ new WeakMap();
function groupsOf(condition) {
  let before = groups.get(condition);
  if (before) return before;
  let named3 = [...JSON.stringify(condition).matchAll(/\(\?<(\w+)>/g)].map((m) => m[1]), all = /* @__PURE__ */ new Set([...named3, "kind", "name", "namespace", "container"]);
  return groups.set(condition, all), all;
}
var fold = (name2) => name2.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-");
function belongs(service, suite, source2) {
  let own = fold(service);
  return [suite.service, suite.name].some((n) => fold(n) === own) || fold(source2.name).includes(own);
}

// src/diagnose/health.ts
function isUnhealthy(o) {
  if (o.phase === "NoPods" || o.phase === "StuckTerminating") return !0;
  switch (o.kind) {
    case "Pod":
      return podIsUnhealthy(o);
    case "Container":
      return o.containers.some((c) => c.terminated && c.terminated.exit_code !== 0) || has2(o, "Ready", "False");
    case "Node":
      return has2(o, "Ready", "False", "Unknown") || o.conditions.some((c) => /Pressure$|^NetworkUnavailable$/.test(c.type) && c.status === "True");
    case "Namespace":
      return o.phase === "Terminating";
    case "PersistentVolumeClaim":
      return o.phase === "Pending" || o.phase === "Lost";
    case "PersistentVolume":
      return o.phase === "Failed";
    case "Job":
      return has2(o, "Failed", "True");
    case "Service":
    case "Endpoints":
    case "EndpointSlice":
      return !1;
    default:
      return o.wanted !== null && o.wanted > 0 && (o.ready ?? 0) < o.wanted || has2(o, "ReplicaFailure", "True") || has2(o, "Available", "False") || has2(o, "Ready", "False");
  }
}
function podIsUnhealthy(o) {
  if (o.phase === "Succeeded") return !1;
  if (o.phase === "Failed" || o.phase === "Pending" || o.phase === "Unknown") return !0;
  if (o.reason === "Terminating") return !1;
  let main = o.containers.filter((c) => !c.init);
  return o.containers.some(
    (c) => c.waiting || c.terminated && c.terminated.exit_code !== 0 && c.terminated.reason !== "Completed"
  ) || main.some((c) => c.ready === !1 && c.terminated?.reason !== "Completed") || !main.length && has2(o, "Ready", "False");
}
var has2 = (o, type, ...status) => o.conditions.some((c) => c.type === type && status.includes(c.status));

// src/quoted.ts
async function isQuoted(bytes) {
  if (bytes.size > mostQuoted) return !1;
  let text5 = new TextDecoder().decode(await collect(bytes.stream(), bytes.size));
  return !/^\s*(?:[{[<]|---|apiVersion:|kind:|items:)/.test(text5);
}
var mostQuoted = 16384, isWell = (objects) => objects.some((o) => o.phase !== null || o.ready !== null || o.containers.length > 0) && !objects.some(isUnhealthy);

// src/read/archive/inflate.ts
import { createGunzip, createInflateRaw } from "node:zlib";
var chunkSize = 1 << 20, high = 1 << 21;
async function* inflated(format, input) {
  let options2 = { chunkSize, highWaterMark: chunkSize }, zlib2 = format === "gzip" ? createGunzip(options2) : createInflateRaw(options2), ready = [], queued = 0, done = !1, failure2 = null, wake = () => {
  }, finish = (error) => {
    failure2 ??= error, done = !0, wake();
  };
  zlib2.on("data", (chunk) => {
    ready.push(chunk), queued += chunk.length, queued >= high && zlib2.pause(), wake();
  }), zlib2.on("end", () => finish(null)), zlib2.on("close", () => finish(null)), zlib2.on("error", finish);
  let fed = feed(zlib2, input).catch((error) => {
    failure2 ??= error, zlib2.end();
  });
  try {
    for (; ; ) {
      let chunk = ready.shift();
      if (chunk)
        queued -= chunk.length, queued < high / 2 && zlib2.isPaused() && zlib2.resume(), yield chunk, release(chunk), await turn();
      else {
        if (done) break;
        await new Promise((resolve) => {
          wake = resolve;
        });
      }
    }
    if (failure2) throw failure2;
  } finally {
    zlib2.destroy(), await fed;
  }
}
async function feed(zlib2, input) {
  let closed = new Promise((resolve) => zlib2.once("close", resolve)), write = async (chunk) => {
    let isTaken = !1, taken = new Promise(
      (resolve) => zlib2.write(chunk, (error) => {
        isTaken = !error, resolve();
      })
    );
    await Promise.race([closed, taken]), isTaken && release(chunk);
  }, written = null, held = null;
  for await (let chunk of input) {
    if (await written, zlib2.destroyed || zlib2.readableEnded) return;
    held && (written = write(held)), held = new Uint8Array(chunk);
  }
  await written, held && held.length > 8 && (await write(held.subarray(0, -8)), held = held.subarray(-8)), held && await write(held), zlib2.end();
}
function release({ buffer, byteOffset, length }) {
  let memory2 = buffer;
  byteOffset + length === buffer.byteLength && memory2.transfer?.(0);
}
var turn = () => new Promise((resolve) => setImmediate(resolve));

// src/read/archive/streams.ts
async function* guarded(bill, entry) {
  try {
    yield* entry.open();
  } catch (error) {
    bill.cut(entry.path, `could not be read to its end: ${describe(error)}`);
  }
}
async function* gunzipped(bill, path, input) {
  let packed = 0, length = 0, counted2 = async function* () {
    for await (let chunk of input)
      packed += chunk.length, yield chunk;
  };
  try {
    for await (let chunk of inflated("gzip", counted2())) {
      if (length += chunk.length, !bill.spend(chunk.length)) return;
      if (length > bill.limits.ratioFrom && length > bill.limits.ratio * packed)
        return bill.cut(path, `inflates more than ${bill.limits.ratio} times; cut at ${size(length)}`);
      yield chunk;
    }
  } catch (error) {
    bill.cut(path, `damaged gzip: ${describe(error)}; ${size(length)} were read before that`);
  }
}
async function* remaining(source2) {
  for (let chunk = await source2.next(1 << 22); chunk; chunk = await source2.next(1 << 22)) yield chunk;
}
async function* rest(bill, entry, source2) {
  let left = bill.limits.member;
  for await (let chunk of remaining(source2)) {
    if (chunk.length > left)
      return yield chunk.subarray(0, left), bill.cut(entry.path, `longer than ${size(bill.limits.member)}; the rest was cut`);
    left -= chunk.length, yield chunk;
  }
}
async function inMemory(bill, entry, source2) {
  let data = await collect(remaining(source2), bill.limits.nested);
  return data ? memoryBytes2(data) : (bill.cut(
    entry.path,
    `a zip of more than ${size(bill.limits.nested)} inside a compressed archive; not opened`
  ), null);
}
function memoryBytes2(data) {
  return {
    size: data.length,
    async *stream(start2 = 0, end = data.length) {
      yield data.subarray(start2, end);
    }
  };
}

// src/read/archive/tar.ts
var text3 = new TextDecoder(), latin = new TextDecoder("latin1");
function isTarHeader(block) {
  if (block.length < 512 || block[0] === 0) return !1;
  let sum2 = 256;
  for (let i = 0; i < 512; i++) (i < 148 || i >= 156) && (sum2 += block[i]);
  return sum2 === octal(block.subarray(148, 156));
}
async function* tarEntries(budget2, source2, archive) {
  let next = {};
  for (; !budget2.stopped; ) {
    let block = await source2.take(512);
    if (block.length === 0) return;
    if (block.length < 512) return budget2.cut(archive, "ends within a header; what came before was read");
    if (block.every((byte) => byte === 0)) {
      await source2.skip(1 << 20);
      return;
    }
    if (!isTarHeader(block)) return budget2.cut(archive, "damaged header; what came before was read");
    let type = String.fromCharCode(block[156] || 48), size2 = next.size ?? number3(block.subarray(124, 136));
    if (!Number.isSafeInteger(size2) || size2 < 0)
      return budget2.cut(archive, "impossible size in a header; what came before was read");
    let padding = (512 - size2 % 512) % 512;
    if (type === "x" || type === "L") {
      if (size2 > 1 << 20) return budget2.cut(archive, "header too long; what came before was read");
      let body = await source2.take(size2);
      await source2.skip(padding), next = { ...next, ...type === "x" ? pax(body) : { path: zeroEnded(body) } };
      continue;
    }
    let name2 = next.path ?? ustarName(block), sparse = next.sparse === !0 || type === "S";
    if (next = type === "K" || type === "g" ? next : {}, type !== "K" && type !== "g" && !budget2.admit()) return;
    if (type !== "0" && type !== "7" || sparse || name2.endsWith("/")) {
      "12".includes(type) ? budget2.leaveOut("links were left out: links in archives are never followed") : "346".includes(type) ? budget2.leaveOut("devices and pipes were left out") : sparse && budget2.leaveOut("sparse files were left out"), await source2.skip("123456".includes(type) ? 0 : size2 + padding);
      continue;
    }
    let left = size2;
    yield { name: name2, size: size2, open: async function* () {
      for (; left > 0; ) {
        let chunk = await source2.next(Math.min(left, 1048576));
        if (!chunk) return budget2.cut(archive, `ends within ${name2.slice(0, 200)}; what came before was read`);
        left -= chunk.length, yield chunk;
      }
    }, range: null, main: !1 }, await source2.skip(left) < left && budget2.cut(archive, `ends within ${name2.slice(0, 200)}; what came before was read`), await source2.skip(padding);
  }
}
function ustarName(block) {
  let name2 = zeroEnded(block.subarray(0, 100)), prefix = latin.decode(block.subarray(257, 263)) === "ustar\0" ? zeroEnded(block.subarray(345, 500)) : "";
  return prefix ? `${prefix}/${name2}` : name2;
}
function zeroEnded(bytes) {
  let end = bytes.indexOf(0);
  return text3.decode(end < 0 ? bytes : bytes.subarray(0, end));
}
function octal(bytes) {
  let digits2 = latin.decode(bytes).replace(/[\0 ]+/g, " ").trim();
  return /^[0-7]*$/.test(digits2) ? Number.parseInt(digits2 || "0", 8) : Number.NaN;
}
function number3(bytes) {
  if ((bytes[0] & 128) === 0) return octal(bytes);
  let value = bytes[0] & 127;
  for (let byte of bytes.subarray(1)) value = value * 256 + byte;
  return value;
}
function pax(body) {
  let found2 = {};
  for (let at = 0; at < body.length; ) {
    let space = body.indexOf(32, at), length = space < 0 ? Number.NaN : Number(latin.decode(body.subarray(at, space)));
    if (!(length > 0)) break;
    let [key, ...value] = text3.decode(body.subarray(space + 1, at + length - 1)).split("=");
    key === "path" && (found2.path = value.join("=")), key === "size" && /^\d+$/.test(value[0] ?? "") && (found2.size = Number(value[0])), key?.startsWith("GNU.sparse.") && (found2.sparse = !0), at += length;
  }
  return found2;
}

// src/read/archive/zip.ts
var import_yauzl = __toESM(require_yauzl(), 1);

// src/read/archive/window.ts
function windowed(bytes) {
  let window2 = { at: 0, data: new Uint8Array(0) };
  return async (position, length) => {
    let from = position - window2.at;
    if (from >= 0 && from + length <= window2.data.length) return window2.data.subarray(from, from + length);
    let end = Math.min(bytes.size, position + Math.max(length, 1 << 18));
    return end <= position ? new Uint8Array(0) : (window2 = { at: position, data: await collect(bytes.stream(position, end), end - position) }, window2.data.subarray(0, length));
  };
}

// src/read/archive/zip-content.ts
import * as zlib from "node:zlib";
var checksum = zlib.crc32;
async function* zipContent(budget2, { bytes, read: read2 }, found2, archive) {
  let length = 0, crc = 0;
  try {
    let start2 = await found2.start(), raw = found2.compressed <= 65536 ? only(await read2(start2, found2.compressed)) : bytes.stream(start2, start2 + found2.compressed);
    for await (let chunk of found2.method === 0 ? raw : inflatedEntry(found2, raw)) {
      if (length += chunk.length, found2.method === 8 && !budget2.spend(chunk.length)) return;
      if (length > budget2.limits.ratioFrom && length > budget2.limits.ratio * found2.compressed)
        return budget2.cut(
          found2.name,
          `inflates more than ${budget2.limits.ratio} times; cut at ${size(length)}`
        );
      crc = checksum?.(chunk, crc) ?? crc, yield chunk;
    }
    found2.expanded !== null && length !== found2.expanded ? budget2.cut(found2.name, `holds ${size(length)}, the zip declares ${size(found2.expanded)}`) : found2.crc !== null && checksum && crc !== found2.crc && budget2.cut(found2.name, "its check sum does not fit: the archive is damaged here");
  } catch (error) {
    budget2.cut(found2.name, `damaged in ${archive}: ${describe(error)}; ${size(length)} of it were read`);
  }
}
async function* inflatedEntry(found2, raw) {
  if (found2.compressed > 65536 || found2.expanded === null || found2.expanded > 1 << 23)
    return yield* inflated("raw", raw);
  let packed = await collect(raw, found2.compressed), whole = null;
  try {
    whole = zlib.inflateRawSync(packed, { maxOutputLength: Math.max(1, found2.expanded) });
  } catch {
  }
  whole ? yield whole : yield* inflated("raw", only(packed));
}
async function* only(chunk) {
  yield chunk;
}

// src/read/archive/zip-salvage.ts
async function* salvage(bytes) {
  let at = await signature(bytes, 0, [4]);
  for (; at !== null; ) {
    let header3 = await collect(bytes.stream(at, at + 30), 30);
    if (!header3 || header3.length < 30) return;
    let view = new DataView(header3.buffer, header3.byteOffset, header3.length), flags = view.getUint16(6, !0), method = view.getUint16(8, !0), nameLength = view.getUint16(26, !0), start2 = at + 30 + nameLength + view.getUint16(28, !0), name2 = new TextDecoder().decode(
      await collect(bytes.stream(at + 30, at + 30 + nameLength), nameLength) ?? new Uint8Array(0)
    ), sized = (flags & 8) === 0 && view.getUint32(18, !0) < 4294967295, declared = sized ? view.getUint32(18, !0) : null, end = declared === null ? await signature(bytes, start2, [4, 8]) ?? bytes.size : start2 + declared;
    yield {
      name: name2,
      method,
      encrypted: (flags & 1) === 1,
      link: !1,
      compressed: Math.max(0, Math.min(end, bytes.size) - start2),
      expanded: sized ? view.getUint32(22, !0) : null,
      crc: sized ? view.getUint32(14, !0) : null,
      start: async () => start2
    }, at = await signature(bytes, end, [4]);
  }
}
async function signature(bytes, from, ends) {
  if (from >= bytes.size) return null;
  let source2 = pull(bytes.stream(from));
  try {
    for (let at = from; ; ) {
      let block = await source2.peek(262144);
      for (let i = block.indexOf(80); i >= 0 && i + 3 < block.length; i = block.indexOf(80, i + 1)) {
        let last2 = block[i + 3];
        if (block[i + 1] === 75 && block[i + 2] === last2 - 1 && ends.includes(last2)) return at + i;
      }
      if (block.length < 1 << 18) return null;
      at += await source2.skip(block.length - 3);
    }
  } finally {
    await source2.close();
  }
}

// src/read/archive/zip.ts
async function* zipEntries(budget2, bytes, archive) {
  let read2 = windowed(bytes), all = [];
  try {
    for await (let found2 of directory(bytes, read2))
      if (all.push(found2), all.length > budget2.limits.members) break;
  } catch (error) {
    if (budget2.cut(archive, `damaged zip: ${describe(error).replace(/\.$/, "")}; what was readable was read`), all.length === 0) {
      for await (let found2 of salvage(bytes))
        if (all.push(found2), all.length > budget2.limits.members) break;
    }
  }
  let files = all.filter((found2) => !found2.name.endsWith("/")).map((found2) => ({ found: found2, place: budget2.order(found2.name) })).toSorted((a, b) => a.place - b.place).map(({ found: found2 }) => found2), whole = files.reduce((sum2, found2) => sum2 + found2.compressed, 0);
  for (let found2 of files) {
    if (!budget2.admit()) return;
    if (found2.link) budget2.leaveOut("links were left out: links in archives are never followed");
    else if (found2.encrypted) budget2.leaveOut("encrypted members were left out");
    else if (found2.method !== 0 && found2.method !== 8)
      budget2.leaveOut(`members were left out: compression method ${found2.method} is not supported`);
    else {
      let main = files.length === 1 || found2.compressed > whole * 0.8, range = async () => slice(bytes, await found2.start(), found2.compressed);
      yield {
        name: found2.name,
        size: found2.expanded,
        open: () => zipContent(budget2, { bytes, read: read2 }, found2, archive),
        range: found2.method === 0 ? range : null,
        main
      };
    }
  }
}
async function* directory(bytes, read2) {
  let Reader = import_yauzl.default.RandomAccessReader, reader = new Reader();
  reader.read = (buffer, offset, length, position, done) => {
    read2(position, length).then(
      (data) => {
        buffer.set(data, offset), done(data.length < length ? new Error("unexpected end of file") : null);
      },
      (error) => done(error)
    );
  };
  let options2 = { decodeStrings: !1, validateEntrySizes: !1, autoClose: !1, lazyEntries: !0 }, zip = await import_yauzl.default.fromRandomAccessReaderPromise(reader, bytes.size, options2);
  for await (let entry of zip.eachEntry())
    yield {
      name: import_yauzl.default.getFileNameLowLevel(
        entry.generalPurposeBitFlag,
        entry.fileNameRaw,
        entry.extraFields,
        !1
      ),
      method: entry.compressionMethod,
      encrypted: entry.isEncrypted(),
      link: (entry.externalFileAttributes >>> 16 & 61440) === 40960,
      compressed: entry.compressedSize,
      expanded: entry.uncompressedSize,
      crc: entry.crc32,
      start: async () => (await zip.readLocalFileHeaderPromise(entry, { minimal: !0 })).fileDataStart
    };
}
function slice(bytes, start2, length) {
  return {
    size: length,
    stream: (from = 0, to = length) => bytes.stream(start2 + from, start2 + Math.min(to, length))
  };
}

// src/read/archive/members.ts
async function* archiveMembers(name2, bytes, limits, note, order) {
  let bill = budget(name2, limits, note, order), whole = { path: safePath(name2, limits.path).path || "file", size: bytes.size, open: () => bytes.stream(), range: async () => bytes, main: !0 };
  yield* expand(bill, whole, 0), bill.finish();
}
async function* expandMembers(members, limits, note) {
  let bill = budget("folder", limits, note);
  for await (let member of members) {
    if (!bill.admit()) break;
    let path = clean(bill, member.path);
    path && (yield* expand(bill, { path, size: member.size, open: () => member.bytes(), range: null, main: !1 }, 0));
  }
  bill.finish();
}
async function* expand(bill, entry, depth) {
  if (bill.stopped) return;
  let source2 = pull(guarded(bill, entry));
  try {
    let type = typeOf(await source2.peek(512));
    if (type !== "plain" && depth >= bill.limits.depth)
      return bill.cut(entry.path, `an archive more than ${bill.limits.depth} archives deep; not opened`);
    if (type === "plain") yield { path: entry.path, size: entry.size, bytes: () => rest(bill, entry, source2) };
    else if (type === "gzip") {
      let open2 = () => gunzipped(bill, entry.path, remaining(source2));
      yield* expand(
        bill,
        { ...entry, path: withoutGzip(entry.path), size: null, open: open2, range: null },
        depth + 0.5
      );
    } else if (type === "tar") yield* inner(bill, entry, tarEntries(bill, source2, entry.path), depth + 0.5);
    else {
      let bytes = entry.range ? await entry.range() : await inMemory(bill, entry, source2);
      bytes && (yield* inner(bill, entry, zipEntries(bill, bytes, entry.path), depth + 1));
    }
  } finally {
    await source2.close();
  }
}
async function* inner(bill, archive, entries, depth) {
  let base = archive.main ? "" : `${stem2(archive.path)}/`;
  for await (let entry of entries) {
    let path = clean(bill, entry.name);
    if (path && (yield* expand(bill, { ...entry, path: (base + path).slice(0, bill.limits.path) }, depth)), bill.stopped) return;
  }
}
function clean(bill, name2) {
  let { path, suspicious } = safePath(name2, bill.limits.path);
  return suspicious && bill.leaveOut("names pointed out of the archive, were too long or held a NUL: they were cleaned"), path;
}
function typeOf(head) {
  let [a, b, c, d] = head;
  return a === 80 && b === 75 && (c === 3 && d === 4 || c === 5 && d === 6) ? "zip" : a === 31 && b === 139 && c === 8 ? "gzip" : isTarHeader(head) ? "tar" : "plain";
}

// src/read/bundle/json.ts
function jsonItems(text5, path, note) {
  let found2 = [], lines = lineCounter(text5), broken = 0;
  for (let doc of documents(text5)) {
    doc.end < 0 && broken++;
    let parts2 = doc.items ?? (doc.end < 0 ? [] : [doc]);
    for (let { start: start2, end } of parts2) {
      let part = text5.slice(start2, end);
      try {
        let kind = doc.items && doc.kind?.replace(/List$/, "") || null;
        found2.push({ value: JSON.parse(part), kind, line: lines(start2), text: part });
      } catch {
        broken++;
      }
    }
  }
  return broken > 0 && note({ what: path, why: `damaged JSON: ${broken} part(s) left out, ${found2.length} read` }), found2;
}
function documents(text5) {
  let docs = [], doc = null, array2 = !1, depth = 0, key = "", item = -1, structure = /["{}[\]]/g;
  for (let m = structure.exec(text5); m; m = structure.exec(text5)) {
    let at = m.index, c = m[0];
    if (c === '"') {
      let end = stringEnd(text5, at);
      if (structure.lastIndex = end, depth !== 1 || array2 || !doc) continue;
      let word = text5.slice(at + 1, Math.min(end - 1, at + 200));
      /^\s*:/.test(text5.slice(end, end + 20)) ? key = word : key === "kind" && (doc.kind = word);
    } else c === "{" || c === "[" ? (depth === 0 && (array2 = c === "[", doc = { start: at, end: -1, kind: null, items: array2 ? [] : null }, docs.push(doc), key = ""), doc && !array2 && depth === 1 && key === "items" && c === "[" && (doc.items = []), depth++, c === "{" && doc?.items && depth === (array2 ? 2 : 3) && (array2 || key === "items") && (item = at)) : depth > 0 && (depth--, c === "}" && item >= 0 && depth === (array2 ? 1 : 2) && (doc?.items?.push({ start: item, end: at + 1 }), item = -1), depth === 0 && doc && (doc.end = at + 1));
  }
  for (let d of docs) d.kind?.endsWith("List") && !d.items && (d.items = []);
  return docs;
}
function stringEnd(text5, start2) {
  for (let at = text5.indexOf('"', start2 + 1); at >= 0; at = text5.indexOf('"', at + 1)) {
    let slashes = 0;
    for (; text5[at - 1 - slashes] === "\\"; ) slashes++;
    if (slashes % 2 === 0) return at + 1;
  }
  return text5.length;
}
function lineCounter(text5) {
  let line = 1, at = 0;
  return (offset) => {
    for (let next = text5.indexOf(`
`, at); next >= 0 && next < offset; next = text5.indexOf(`
`, at))
      line++, at = next + 1;
    return line;
  };
}

// src/read/bundle/pod.ts
var groups2 = [
  ["initContainers", "initContainerStatuses", !0],
  ["containers", "containerStatuses", !1],
  ["ephemeralContainers", "ephemeralContainerStatuses", !1]
];
function containers2(spec, status) {
  let found2 = [];
  for (let [declared, stated, init] of groups2) {
    let states = new Map(list(status[stated]).map((s) => [text(fields2(s).name) ?? "", fields2(s)])), specs = new Map(list(spec[declared]).map((s) => [text(fields2(s).name) ?? "", fields2(s)]));
    for (let name2 of /* @__PURE__ */ new Set([...specs.keys(), ...states.keys()])) {
      if (found2.length >= 100) return found2;
      let s = states.get(name2) ?? {}, state = fields2(s.state), waiting = state.waiting ? fields2(state.waiting) : null;
      found2.push({
        name: name2,
        init,
        image: text(s.image) ?? text(specs.get(name2)?.image),
        ready: typeof s.ready == "boolean" ? s.ready : null,
        restarts: number2(s.restartCount) ?? 0,
        waiting: waiting && { reason: text(waiting.reason), message: text(waiting.message) },
        terminated: termination2(state.terminated),
        last_terminated: termination2(fields2(s.lastState).terminated)
      });
    }
  }
  return found2;
}
function termination2(value) {
  if (!value) return null;
  let t = fields2(value);
  return {
    reason: text(t.reason),
    message: text(t.message),
    exit_code: number2(t.exitCode),
    signal: number2(t.signal),
    finished_at: instant(t.finishedAt)
  };
}
function podRefs(spec, namespace) {
  let found2 = /* @__PURE__ */ new Map(), add2 = (kind, name2, container2) => {
    let t = text(name2, 500), key = `${kind}/${t}`;
    if (!t || found2.has(key) || found2.size >= 200) return;
    let c = text(container2);
    found2.set(key, {
      kind,
      namespace: kind === "Image" ? null : namespace,
      name: t,
      ...c ? { container: c } : {}
    });
  };
  add2("ServiceAccount", spec.serviceAccountName);
  for (let s of list(spec.imagePullSecrets)) add2("Secret", fields2(s).name);
  let source2 = (s) => {
    add2("ConfigMap", fields2(s.configMap).name), add2("Secret", fields2(s.secret).secretName ?? fields2(s.secret).name), add2("PersistentVolumeClaim", fields2(s.persistentVolumeClaim).claimName);
    for (let projected of list(fields2(s.projected).sources)) source2(fields2(projected));
  };
  for (let volume of list(spec.volumes)) source2(fields2(volume));
  for (let c of [...list(spec.initContainers), ...list(spec.containers)].map(fields2)) {
    add2("Image", c.image, c.name);
    for (let e of [...list(c.envFrom), ...list(c.env).map((v) => fields2(v).valueFrom)].map(fields2))
      add2("ConfigMap", fields2(e.configMapRef ?? e.configMapKeyRef).name, c.name), add2("Secret", fields2(e.secretRef ?? e.secretKeyRef).name, c.name);
  }
  return [...found2.values()];
}

// src/read/bundle/object.ts
function toObject(value, listKind) {
  let raw = fields2(value), spec = fields2(raw.spec), kind = text(raw.kind, 200) ?? (listKind || (spec.containers ? "Pod" : null)), meta = fields2(raw.metadata), name2 = text(meta.name, 500);
  if (!kind || !name2 || kind === "List") return null;
  let object3 = bareObject(kind, text(meta.namespace, 500), name2);
  object3.uid = text(meta.uid, 100), object3.owners = list(meta.ownerReferences).slice(0, 20).map(fields2).map((o) => ({
    kind: text(o.kind, 200) ?? "",
    namespace: object3.namespace,
    name: text(o.name, 500) ?? ""
  })), object3.labels = texts(meta.labels);
  let created = instant(meta.creationTimestamp);
  if (kind === "Secret" || kind === "ConfigMap") return { object: object3, time: created };
  let status = fields2(raw.status), states = conditions(status.conditions);
  object3.phase = text(status.phase, 200), object3.reason = text(status.reason), object3.message = text(status.message), object3.conditions = states.map(({ condition }) => condition), details(object3, spec, status, raw);
  let deleted = instant(meta.deletionTimestamp);
  if (deleted) {
    let finalizers = list(meta.finalizers ?? spec.finalizers).slice(0, 10).map((f) => text(f, 200)), held = finalizers.length ? `; finalizers ${finalizers.join(", ")}` : "";
    object3.message ??= `being deleted since ${deleted}${held}`, kind === "Pod" && (object3.reason ??= "Terminating");
  }
  let time2 = states.reduce((t, c) => later(t, c.time), null);
  for (let c of object3.containers)
    time2 = later(time2, c.terminated?.finished_at ?? c.last_terminated?.finished_at ?? null);
  return { object: object3, time: time2 ?? created };
}
function conditions(value) {
  return list(value).slice(0, 100).map(fields2).filter((c) => text(c.type)).map((c) => ({
    condition: {
      type: text(c.type, 200),
      status: text(c.status, 200) ?? "",
      reason: text(c.reason),
      message: text(c.message)
    },
    time: instant(c.lastTransitionTime)
  }));
}
function details(o, spec, status, raw) {
  let template = fields2(fields2(spec.template).spec), labels3 = fields2(fields2(spec.selector).matchLabels ?? spec.selector);
  switch (o.kind) {
    case "Pod":
      o.node = text(spec.nodeName, 500), o.containers = containers2(spec, status), o.refs = podRefs(spec, o.namespace);
      break;
    case "Deployment":
    case "ReplicaSet":
    case "StatefulSet":
    case "ReplicationController":
      o.wanted = number2(spec.replicas) ?? 1, o.ready = number2(status.readyReplicas) ?? 0;
      break;
    case "DaemonSet":
      o.wanted = number2(status.desiredNumberScheduled), o.ready = number2(status.numberReady) ?? 0;
      break;
    case "Job":
      o.wanted = number2(spec.completions) ?? 1, o.ready = number2(status.succeeded) ?? 0;
      break;
    case "Service":
      o.host = text(spec.clusterIP, 100), o.ports = list(spec.ports).slice(0, 100).map(fields2).map((p) => ({
        port: number2(p.port) ?? 0,
        target: text(p.targetPort, 100),
        node_port: number2(p.nodePort),
        protocol: text(p.protocol, 20)
      }));
      break;
    case "PersistentVolumeClaim":
      text(spec.volumeName) && (o.refs = [{ kind: "PersistentVolume", namespace: null, name: text(spec.volumeName) }]);
      break;
    case "Endpoints":
    case "EndpointSlice":
      endpoints(o, raw);
  }
  Object.keys(template).length > 0 && (o.refs = podRefs(template, o.namespace)), spec.selector && [
    "Service",
    "Deployment",
    "ReplicaSet",
    "StatefulSet",
    "DaemonSet",
    "Job",
    "ReplicationController"
  ].includes(o.kind) && (o.selector = texts(labels3));
}
function endpoints(o, raw) {
  let sets = list(raw.subsets).map(fields2), slices = list(raw.endpoints).map(fields2), counts = (key) => sets.reduce((sum2, s) => sum2 + list(s[key]).length, 0);
  o.ready = counts("addresses") + slices.filter((e) => fields2(e.conditions).ready !== !1).length, o.wanted = counts("addresses") + counts("notReadyAddresses") + slices.length;
}

// src/read/bundle/yaml.ts
var import_yaml = __toESM(require_dist(), 1);
var nameOnly = /^(?:Secret|ConfigMap|CustomResourceDefinition|(?:Cluster)?Role(?:Binding)?|APIService|Lease|ControllerRevision|(?:Validating|Mutating)WebhookConfiguration|PriorityClass|FlowSchema|PriorityLevelConfiguration|NodeMetrics|PodMetrics)$/;
function yamlItems(text5, path, note) {
  let found2 = [], broken = 0, why = "";
  for (let part of parts(text5))
    try {
      let value = (0, import_yaml.parse)(slim(part), {
        logLevel: "error",
        uniqueKeys: !1,
        maxAliasCount: 100,
        prettyErrors: !1,
        schema: "core"
      });
      value !== null && found2.push({ value, kind: part.kind, line: part.line, text: part.text });
    } catch (error) {
      broken++, why ||= describe(error).slice(0, 200);
    }
  return broken > 0 && note({ what: path, why: `damaged YAML: ${broken} part(s) left out, ${found2.length} read (${why})` }), found2;
}
var specified = /^(?:Pod|Deployment|ReplicaSet|StatefulSet|DaemonSet|Job|Service|ReplicationController|PersistentVolumeClaim)$/;
function slim({ text: text5, kind: listKind }) {
  let indent = /^ */.exec(text5)[0], kind = new RegExp(`^${indent}kind: "?(\\w+)`, "m").exec(text5)?.[1] ?? listKind ?? "", light = text5.replace(
    /^( *)(?:managedFields|annotations):[ \t]*\r?\n(?:\1(?: +|- ).*(?:\n|$)|[ \t]*\r?\n)*/gm,
    ""
  );
  if (kind === "" || specified.test(kind)) return light;
  let named3 = nameOnly.test(kind), kept = [], keep2 = !0;
  for (let line of light.split(`
`)) {
    let key = line.startsWith(indent) ? /^([A-Za-z]+):/.exec(line.slice(indent.length))?.[1] : void 0;
    key && (keep2 = named3 ? /^(?:apiVersion|kind|metadata)$/.test(key) : key !== "spec"), keep2 && kept.push(line);
  }
  return kept.join(`
`);
}
function* parts(text5) {
  let doc = { at: 0, line: 1 }, item = null, kind = null, isList = !1, inItems = !1, indent = -1, pending = [], closeItem = (end) => {
    if (item) {
      let body = text5.slice(item.at, end);
      pending.push({ text: body.replace(/^( *)- /, "$1  "), line: item.line, kind: null });
    }
    item = null;
  }, closeDoc = function* (end) {
    closeItem(end);
    let single = text5.slice(doc.at, end), of = kind?.replace(/List$/, "") || null;
    for (let part of isList ? pending.splice(0) : []) yield { ...part, kind: of };
    !isList && /^[^\s#]/m.test(single) && (yield { text: single, line: doc.line, kind: null });
  }, line = 0;
  for (let at = 0; at < text5.length; ) {
    line++;
    let newline = text5.indexOf(`
`, at), end = newline < 0 ? text5.length : newline + 1, head = text5.slice(at, Math.min(end, at + 200));
    if (/^(?:---|\.\.\.)(?:\s|$)/.test(head))
      yield* closeDoc(at), doc = { at: end, line: line + 1 }, kind = null, isList = inItems = !1;
    else {
      let dash = inItems ? /^( *)-(?: |\r?\n)/.exec(head) : null;
      dash && indent < 0 && (indent = dash[1].length), dash && dash[1].length === indent ? (closeItem(at), item = { at, line }) : /^[^\s#-]/.test(head) && (closeItem(at), inItems = /^items:\s*$/.test(head), inItems && (indent = -1), head.startsWith("items:") && (isList = !0), kind = /^kind: "?(\w+)/.exec(head)?.[1] ?? kind);
    }
    at = end;
  }
  yield* closeDoc(text5.length);
}

// src/read/bundle/kubernetes.ts
function readKubernetes(text5, place3, note) {
  let items = /^\s*[{[]/.test(text5) ? jsonItems(text5, place3.path, note) : yamlItems(text5, place3.path, note), parsed = { objects: [], events: [] };
  for (let item of items) {
    let raw = fields2(item.value), kind = item.kind ?? kindOfFile(place3.path);
    if (isEvent(raw, kind)) {
      parsed.events.push(
        toEvent(raw, place3, lineOf(item, /^[ \t]{0,200}(?:- )?"?(?:message|note)"?[ \t]?:/m))
      );
      continue;
    }
    let found2 = toObject(raw, kind);
    found2 && parsed.objects.push(placed(found2.object, place3, nameLine(item, found2.object.name), found2.time));
  }
  return parsed;
}
var kindsOfFiles = {
  pods: "Pod",
  events: "Event",
  services: "Service",
  deployments: "Deployment",
  replicasets: "ReplicaSet",
  statefulsets: "StatefulSet",
  daemonsets: "DaemonSet",
  jobs: "Job",
  nodes: "Node",
  namespaces: "Namespace",
  persistentvolumeclaims: "PersistentVolumeClaim"
};
function kindOfFile(path) {
  let name2 = /(?:^|\/)([a-z]+)\.(?:json|ya?ml)$/.exec(path)?.[1] ?? "";
  return Object.hasOwn(kindsOfFiles, name2) ? kindsOfFiles[name2] : null;
}
function lineOf(item, key) {
  let at = item.text.search(key);
  return at < 0 ? item.line : item.line + lineCounter(item.text)(at) - 1;
}
function nameLine(item, name2) {
  let from = Math.max(0, item.text.search(/^[ \t]{0,200}"?metadata"?[ \t]?:/m)), quoted = JSON.stringify(name2);
  for (let written of [`"name": ${quoted}`, `name: ${name2}`, `name: ${quoted}`]) {
    let at = item.text.indexOf(written, from);
    if (at >= 0) return item.line + lineCounter(item.text)(at) - 1;
  }
  return item.line;
}

// src/read/bundle/once.ts
function once() {
  let events2 = /* @__PURE__ */ new Set(), files = /* @__PURE__ */ new Set(), logs = /* @__PURE__ */ new Map();
  return {
    event(e) {
      let loose2 = [
        e.object.kind.toLowerCase(),
        e.object.namespace,
        e.object.name,
        e.reason,
        e.message
      ].join(`
`), exact = `${loose2}
${e.last}
${e.count}`;
      return events2.has(e.last === null ? loose2 : exact) ? !1 : (events2.size < 2e5 && events2.add(loose2).add(exact), !0);
    },
    twin(path) {
      let listed = /^(.*namespaces\/[^/]+\/)pods\/([^/]+)\/\2\.yaml$/.exec(path);
      return files.has(withoutEnding(path)) || listed !== null && files.has(`${listed[1]}core/pods`);
    },
    read(path) {
      files.size < 2e5 && files.add(withoutEnding(path));
    },
    log(tree, container2, size2) {
      let key = `${container2}
${size2}`;
      for (let [other, seen3] of logs) {
        let left = other === tree ? 0 : seen3.get(key) ?? 0;
        if (left > 0)
          return seen3.set(key, left - 1), !1;
      }
      let seen2 = logs.get(tree) ?? /* @__PURE__ */ new Map();
      return logs.set(tree, seen2.set(key, (seen2.get(key) ?? 0) + 1)), !0;
    }
  };
}
function withoutEnding(path) {
  return path.replace(/\.(?:json|ya?ml)$/, "");
}

// src/read/bundle/describe-pod.ts
function describedContainers(section, init) {
  let found2 = [], state = null, message = null;
  for (let line of section?.lines ?? []) {
    let name2 = /^ {2}([a-z0-9][\w.-]*):$/.exec(line)?.[1];
    if (name2) {
      found2.push({
        name: name2,
        init,
        image: null,
        ready: null,
        restarts: 0,
        waiting: null,
        terminated: null,
        last_terminated: null
      }), state = message = null;
      continue;
    }
    let c = found2.at(-1), m = /^( +)([A-Z][\w ]*):(?: +(.*))?$/.exec(line), depth = m?.[1]?.length ?? 99;
    if (!c) continue;
    if (!m || depth > 6) {
      message && (message.message = `${message.message}
${line.trim()}`.slice(0, 16384));
      continue;
    }
    let value = m[3] ?? "";
    depth <= 4 ? (message = null, state = null, m[2] === "Image" ? c.image = value : m[2] === "Ready" ? c.ready = value === "True" : m[2] === "Restart Count" ? c.restarts = Number(value) || 0 : m[2] === "State" && value === "Waiting" ? (state = "waiting", c.waiting = { reason: null, message: null }) : (m[2] === "State" || m[2] === "Last State") && value === "Terminated" && (state = m[2] === "State" ? "terminated" : "last_terminated", c[state] = { reason: null, message: null, exit_code: null, signal: null, finished_at: null })) : state === "waiting" && m[2] === "Reason" ? c.waiting = { reason: value, message: null } : state && state !== "waiting" && (message = ended(c[state], m[2], value, message));
  }
  return found2;
}
function ended(t, key, value, open2) {
  if (key === "Reason") t.reason = value;
  else if (key === "Exit Code") t.exit_code = Number(value);
  else if (key === "Signal") t.signal = Number(value);
  else if (key === "Finished") t.finished_at = instant(value);
  else {
    if (key === "Message")
      return t.message = value, t;
    if (key !== "Started" && open2)
      return open2.message = `${open2.message}
${key}: ${value}`, open2;
  }
  return null;
}
function describedRefs(s, namespace) {
  let found2 = /* @__PURE__ */ new Map(), add2 = (kind, name2) => {
    let ref2 = { kind, namespace: kind === "Image" ? null : namespace, name: name2 ?? "" };
    name2 && name2 !== "<none>" && found2.size < 200 && found2.set(`${kind}/${name2}`, ref2);
  };
  add2("ServiceAccount", s.get("Service Account")?.value);
  let lines = ["Init Containers", "Containers", "Volumes"].flatMap((key) => s.get(key)?.lines ?? []), type = "";
  for (let line of lines) {
    let m = /^ +(Type|Name|Image|SecretName|ConfigMapName|ClaimName): +(\S+)/.exec(line);
    m?.[1] === "Type" ? type = m[2] : m?.[1] === "Image" ? add2("Image", m[2]) : m?.[1] === "SecretName" ? add2("Secret", m[2]) : m?.[1] === "ConfigMapName" || m?.[1] === "Name" && type === "ConfigMap" ? add2("ConfigMap", m[2]) : m?.[1] === "ClaimName" && add2("PersistentVolumeClaim", m[2]);
    let env = /<set to the key '[^']*' (?:in|of) (secret|config map) '([^']+)'>/.exec(line);
    env && add2(env[1] === "secret" ? "Secret" : "ConfigMap", env[2]);
  }
  return [...found2.values()];
}

// src/read/bundle/describe.ts
var kinds3 = [
  ["Node", ["Capacity", "Allocatable"]],
  ["Deployment", ["StrategyType"]],
  ["DaemonSet", ["Desired Number of Nodes Scheduled"]],
  ["Job", ["Parallelism"]],
  ["Service", ["Session Affinity"]],
  ["StatefulSet", ["Replicas", "Update Strategy"]],
  ["ReplicaSet", ["Replicas", "Pods Status"]],
  ["PersistentVolumeClaim", ["Access Modes", "StorageClass", "Used By"]],
  ["ServiceAccount", ["Tokens"]],
  ["Pod", ["Node", "Containers"]],
  ["Pod", ["Node", "Status"]]
], longest2 = 16384;
function readDescribe(text5, place3) {
  let parsed = { objects: [], events: [] }, lines = text5.split(`
`).map((line) => line.slice(0, longest2)), start2 = -1;
  for (let i = 0; i <= lines.length; i++)
    i < lines.length && !/^Name: +\S/.test(lines[i]) || (start2 >= 0 && describeOne(sections(lines.slice(start2, i), start2 + 1), place3, parsed), start2 = i);
  return parsed;
}
var afterContainers = /^(?:(?:Init |Ephemeral )?Containers|Conditions|Volumes|QoS Class|Node-Selectors|Tolerations|Events)$/;
function sections(lines, first2) {
  let found2 = /* @__PURE__ */ new Map(), current = null, inContainers = !1;
  for (let [i, line] of lines.entries()) {
    let m = /^([A-Z][\w .()/-]*):(?: +(.*))?$/.exec(line.trimEnd());
    m && (!inContainers || afterContainers.test(m[1])) ? (inContainers = /Containers$/.test(m[1]), current = { value: (m[2] ?? "").trim(), line: first2 + i, lines: [] }, found2.has(m[1]) || found2.set(m[1], current)) : current?.lines.push(line.trimEnd());
  }
  return found2;
}
function describeOne(s, place3, parsed) {
  let value = (key) => {
    let v = s.get(key)?.value ?? "";
    return v === "" || v === "<none>" || v === "<unset>" ? null : v;
  }, name2 = value("Name"), kind = value("Kind") ?? kinds3.find(([, needs]) => needs.every((n) => s.has(n)))?.[0] ?? null, found2 = bareObject(kind ?? "", value("Namespace"), name2);
  found2.labels = labels2(s.get("Labels")), found2.conditions = conditions2(s.get("Conditions"));
  let owner = /^(\w+)\/(.+)$/.exec(value("Controlled By") ?? "");
  owner && (found2.owners = [{ kind: owner[1], namespace: found2.namespace, name: owner[2] }]);
  let selector = value("Selector");
  if (selector && kind !== "Pod" && (found2.selector = labels2({ value: selector, line: 0, lines: [] })), kind === "Pod") {
    found2.node = value("Node")?.split("/")[0] || null;
    let status = value("Status") ?? "";
    found2.phase = status.startsWith("Terminating") ? null : status || null, found2.reason = value("Reason") ?? (status.startsWith("Terminating") ? "Terminating" : null), found2.message = value("Message"), found2.containers = [
      ...describedContainers(s.get("Init Containers"), !0),
      ...describedContainers(s.get("Containers"), !1)
    ], found2.refs = describedRefs(s, found2.namespace);
  } else if (kind === "Service") {
    found2.host = value("IP");
    let port = /(\d{1,5})\/(\w{1,10})$/.exec(value("Port") ?? ""), node = /(\d{1,5})\//.exec(value("NodePort") ?? "");
    port && (found2.ports = [
      {
        port: Number(port[1]),
        target: value("TargetPort")?.split("/")[0] ?? null,
        node_port: node ? Number(node[1]) : null,
        protocol: port[2]
      }
    ]);
  } else kind === "PersistentVolumeClaim" && (found2.phase = value("Status"));
  replicas(found2, value("Replicas"), value("Desired Number of Nodes Scheduled"), value("Pods Status")), kind && parsed.objects.push(placed(found2, place3, s.get("Name").line, null)), events(s.get("Events"), { kind: kind ?? "", namespace: found2.namespace, name: name2 }, place3, parsed);
}
function labels2(section) {
  let pairs = section ? [section.value, ...section.lines].join(",").split(",") : [], found2 = {};
  for (let pair of pairs.slice(0, 100)) {
    let m = /^\s*([^=\s]+)=(.*)$/.exec(pair);
    m && (found2[m[1]] = m[2].trim());
  }
  return found2;
}
function replicas(found2, written, nodes, states) {
  let before = (word, of) => {
    let m = new RegExp(`(\\d{1,9}) ${word}`).exec(of ?? "");
    return m ? Number(m[1]) : null;
  };
  found2.wanted = nodes ? Number(nodes) : before("desired", written), found2.ready = before("available", written) ?? (found2.wanted === null ? null : before("Running", states));
}
function conditions2(section) {
  let [head, ...rows] = section?.lines.filter((line) => line !== "") ?? [];
  if (!head || !/^ *Type {2,}Status/.test(head)) return [];
  let by = columns(head);
  return rows.filter((row) => !/^ *-+(?: |$)/.test(row)).map((row) => cells(row, by)).map((c) => ({
    type: c.Type ?? "",
    status: c.Status ?? "",
    reason: c.Reason || null,
    message: c.Message || null
  })).filter((c) => c.type !== "");
}
function events(section, object3, place3, parsed) {
  let head = section?.lines[0] ?? "";
  if (!section || !/^ *Type {2,}Reason/.test(head)) return;
  let by = columns(head);
  for (let [i, row] of section.lines.entries()) {
    if (i === 0 || row === "" || /^ *-+ /.test(row)) continue;
    let c = cells(row, by), of = /^spec\.\w+\{([^{}]{1,300})\}: ([\s\S]*)$/.exec(c.Message ?? ""), found2 = {
      type: c.Type ?? "",
      reason: c.Reason ?? "",
      message: of?.[2] ?? c.Message ?? "",
      object: of ? { ...object3, container: of[1] } : object3,
      count: Number(/\(x(\d+) over/.exec(c.Age ?? "")?.[1]) || 1,
      first: null,
      last: instant(c.Age)
    };
    if (!found2.reason) continue;
    let event3 = placedEvent(found2, place3, section.line + 1 + i), age = ages(c.Age ?? "");
    age && (event3.age = age), parsed.events.push(event3);
  }
}

// src/read/bundle/inspect.ts
function isInspect(head) {
  return /^\s*\[\s*\{/.test(head) && /"State"\s*:\s*\{/.test(head) && /"(?:Id|Created|Path)"\s*:/.test(head);
}
function readInspect(written, place3, note) {
  let parsed = { objects: [], events: [] };
  for (let item of jsonItems(written, place3.path, note)) {
    let raw = fields2(item.value), state = fields2(raw.State), name2 = text(raw.Name, 500)?.replace(/^\//, "");
    if (!name2 || !raw.State) continue;
    let found2 = bareObject("Container", null, name2), config = fields2(raw.Config), status = text(state.Status, 50), health = fields2(state.Health ?? state.Healthcheck), finished = instant(state.FinishedAt), ended2 = status === "exited" || status === "dead" || status === "stopped";
    found2.uid = text(raw.Id, 100), found2.labels = texts(config.Labels), found2.phase = status, found2.message = text(state.Error), state.OOMKilled === !0 && (found2.reason = "OOMKilled");
    let healthy = text(health.Status, 50);
    healthy && (found2.conditions = [
      {
        type: "Ready",
        status: healthy === "healthy" ? "True" : "False",
        reason: healthy,
        message: text(fields2(list(health.Log).at(-1)).Output)
      }
    ]);
    let termination3 = {
      reason: state.OOMKilled === !0 ? "OOMKilled" : state.ExitCode === 0 ? "Completed" : "Error",
      message: null,
      exit_code: number2(state.ExitCode),
      signal: null,
      finished_at: finished
    };
    found2.containers = [
      {
        name: name2,
        init: !1,
        image: text(raw.ImageName, 500) ?? text(config.Image, 500),
        ready: state.Running === !0,
        restarts: number2(raw.RestartCount) ?? 0,
        waiting: null,
        terminated: ended2 ? termination3 : null,
        last_terminated: null
      }
    ], found2.ports = ports(raw);
    let image = found2.containers[0].image;
    image && (found2.refs = [{ kind: "Image", namespace: null, name: image }]);
    let at = item.text.indexOf('"State"'), line = at < 0 ? item.line : item.line + item.text.slice(0, at).split(`
`).length - 1;
    parsed.objects.push(placed(found2, place3, line, ended2 ? finished : instant(state.StartedAt)));
  }
  return parsed;
}
function ports(raw) {
  let bound = {
    ...fields2(fields2(raw.HostConfig).PortBindings),
    ...fields2(fields2(raw.NetworkSettings).Ports)
  };
  return Object.entries(bound).slice(0, 100).map(([key, hosts]) => {
    let [port = "", protocol = null] = key.split("/"), host = number2(fields2(list(hosts)[0]).HostPort);
    return { port: Number(port) || 0, target: port, node_port: host, protocol };
  });
}

// src/read/bundle/structured.ts
function readStructured(written, place3, namespace, note) {
  try {
    return byContent(written, place3, namespace, note);
  } catch (error) {
    return note({ what: place3.path, why: `could not be read: ${describe(error)}` }), { objects: [], events: [] };
  }
}
function byContent(written, place3, namespace, note) {
  let text5 = written.startsWith("$ ") ? written.replace(/^.*/, "").replace(/\nexit \d+\s*$/, `
`) : written;
  if (isInspect(text5.slice(0, 2e4))) return readInspect(text5, place3, note);
  if (!/^\s*Name: {2,}\S/.test(text5) && (/^\s*[{[]/.test(text5) || /^(?:apiVersion|kind|items|metadata):/m.test(text5)))
    return readKubernetes(text5, place3, note);
  let described = /^Name: +\S/m.test(text5);
  if (!described && !hasTable(text5)) return null;
  let parsed = described ? readDescribe(text5, place3) : { objects: [], events: [] }, tables = readTables(text5, place3, namespace);
  return { objects: [...parsed.objects, ...tables.objects], events: [...parsed.events, ...tables.events] };
}

// src/read/bundle/bundle.ts
var structuredLimit = 32 << 20;
async function* readBundle(source2, members) {
  let total = { bytes: 0, members: 0 }, kinds4 = formats(), seen2 = once(), unread = /* @__PURE__ */ new Map(), collected = null;
  for await (let member of members) {
    total.members++, kinds4.saw(member.path);
    let way = route(member.path);
    if (mayTellTime(member.path)) {
      collected ??= await timeIn(member, total);
      continue;
    }
    if (way?.rule.note && unread.set(way.rule.note, (unread.get(way.rule.note) ?? 0) + 1), way?.role === "skip" || isCopy(seen2, member, way) || seen2.twin(member.path)) continue;
    let file = pull(counted(member.bytes(), total));
    try {
      yield* readMember({ source: source2.name, path: member.path, url: source2.url }, way, file, { seen: seen2, kinds: kinds4 });
    } finally {
      await file.close();
    }
  }
  for (let [why, count4] of unread) yield { type: "note", note: { what: source2.name, why: `${why} (${count4})` } };
  return { format: kinds4.name(), collected, ...total };
}
async function timeIn(member, total) {
  let file = pull(counted(member.bytes(), total));
  try {
    return collectedAt(member.path, new TextDecoder().decode(await file.peek(4096)));
  } finally {
    await file.close();
  }
}
async function* readMember(place3, way, file, { seen: seen2, kinds: kinds4 }) {
  let head = await file.peek(4096);
  if (head.length === 0) return;
  let role = way?.role ?? sniff(place3.path, new TextDecoder().decode(head)), groups3 = way?.groups ?? {};
  if (logKind(role)) {
    head.includes(0) || (yield log(place3, role, groups3, rest2(file)));
    return;
  }
  if (role === "skip") return;
  let bytes = await collect(rest2(file), structuredLimit);
  if (!bytes) {
    let why = `longer than ${structuredLimit >> 20} MiB: too large for a structured file, not read`;
    yield { type: "note", note: { what: place3.path, why } };
    return;
  }
  if (role === "test-report") {
    yield { type: "test-file", path: place3.path, bytes };
    return;
  }
  let text5 = new TextDecoder().decode(bytes), notes = [];
  if (role === "dump")
    kinds4.prove("cluster-info-dump"), yield* dump(text5, place3, seen2, notes);
  else {
    let parsed = readStructured(text5, place3, groups3.ns ?? null, (n) => notes.push(n));
    parsed && notes.length === 0 && parsed.objects.length + parsed.events.length > 0 && seen2.read(place3.path), parsed ? yield* found(parsed, place3, seen2) : !/\.(?:ya?ml|json)$/.test(place3.path) && !/^No resources found/.test(text5) && (yield log(place3, "other-log", groups3, only2(bytes)));
  }
  if (way || /"?apiVersion"?:/.test(text5)) for (let note of notes) yield { type: "note", note };
}
function log(place3, role, groups3, bytes) {
  return {
    type: "log",
    kind: logKind(role),
    path: place3.path,
    object: logObject(role, groups3),
    service: groups3.svc ?? null,
    restart: groups3.restart === void 0 ? null : Number(groups3.restart),
    line: 1,
    bytes: () => bytes
  };
}
function* found(parsed, place3, seen2) {
  let events2 = parsed.events.filter((e) => seen2.event(e));
  parsed.objects.length > 0 && (yield { type: "objects", path: place3.path, objects: parsed.objects }), events2.length > 0 && (yield { type: "events", path: place3.path, events: events2 });
}
function* dump(text5, place3, seen2, notes) {
  for (let part of segments(text5)) {
    if (part.type === "log") {
      let groups3 = { ns: part.namespace, pod: part.pod, container: part.container }, bytes = only2(new TextEncoder().encode(part.text));
      yield { ...log(place3, "container-log", groups3, bytes), line: part.line };
      continue;
    }
    let parsed = readKubernetes(part.text, place3, (n) => notes.push(n));
    for (let { at } of [...parsed.objects, ...parsed.events]) at.line = (at.line ?? 1) + part.line - 1;
    yield* found(parsed, place3, seen2);
  }
}
function isCopy(seen2, member, way) {
  let tree = /(?:^|\/)(pods|containers)\/[^/]*_[^/]*_/.exec(member.path)?.[1];
  if (!tree || !way?.groups.container) return !1;
  let { node, ns, pod: pod2, container: container2 } = way.groups;
  return !seen2.log(tree, [node, ns, pod2, container2].join("/"), member.size);
}
async function* counted(bytes, total) {
  for await (let chunk of bytes)
    total.bytes += chunk.length, yield chunk;
}
async function* rest2(file) {
  for (let chunk = await file.next(1 << 22); chunk; chunk = await file.next(1 << 22)) yield chunk;
}
async function* only2(bytes) {
  yield bytes;
}

// src/read/tests/clean.ts
var ANSI = /\x1b(?:\[[0-9;?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?)/g, BARE = /\[(?:[01]|4|[39][0-7]|38;5;\d{1,3})m/g, MARK = /^##\[(?:error|warning|notice|group|debug)\]/;
function clean2(text5) {
  let t = text5.length > 8192 ? text5.slice(0, 8192) : text5;
  return t.includes("\x1B") ? t = t.replace(ANSI, "") : t.includes("[0m") && (t = t.replace(BARE, "")), t.charCodeAt(0) === 35 && (t = t.replace(MARK, "")), t;
}

// src/read/tests/located.ts
function clip(text5, max) {
  if (text5.length <= max) return text5;
  let code = text5.charCodeAt(max - 2);
  return `${text5.slice(0, code >= 55296 && code < 56320 ? max - 2 : max - 1)}…`;
}
function dedent(lines) {
  let indents = lines.filter((l) => l.trim() !== "").map((l) => l.length - l.trimStart().length), indent = indents.length === 0 ? 0 : Math.min(...indents);
  return lines.map((l) => l.slice(indent).trimEnd()).join(`
`).replace(/^\n+/, "").trimEnd();
}
function located(framework, tally, found2) {
  let kept = found2.slice(0, 200), { verdict_line, tests_line, first_line, ...counts } = tally;
  return {
    framework,
    ...counts,
    failures: kept.map((f) => ({
      name: clip(f.name, 500),
      location: clip(f.location, 500),
      message: clip(f.message, 2e3)
    })),
    blocks: kept.map((f) => ({ from: f.from, to: Math.min(Math.max(f.from, f.to), f.from + 400 - 1) })),
    verdict_line,
    tests_line,
    first_line
  };
}

// src/read/tests/text-failures.ts
var FRAME = /^\s*(?:at|❯) (?:.*\()?((?:file:\/\/)?[^\s()]+\.[cm]?[jt]sx?:\d+)(?::\d+)?\)?$/;
function textFailures() {
  let found2 = [], names = /* @__PURE__ */ new Set(), open2 = null;
  return {
    open: () => open2 !== null,
    /** Begins a failure; the second report of a name (a summary that repeats) is passed over. */
    begin(line, name2, location = "") {
      open2 = null, !(names.has(name2) || names.size >= 1e4) && (names.add(name2), open2 = { name: name2, location, message: "", from: line, to: line, lines: [], size: 0, stack: !1 }, found2.length < 200 && found2.push(open2));
    },
    /** Takes a line below the title. The message ends where the stack begins. */
    add(line, text5) {
      if (!open2) return;
      text5.trim() !== "" && (open2.to = line);
      let frame = FRAME.exec(text5)?.[1];
      frame !== void 0 || /^\s*at .*(?:\(|:\d)/.test(text5) ? (open2.stack = !0, open2.location === "" && frame && !frame.includes("node_modules") && !frame.startsWith("node:") && (open2.location = frame)) : !open2.stack && open2.size < 2e3 && open2.lines.length < 100 && (open2.lines.push(text5), open2.size += text5.length + 1);
    },
    /** Names the place of the failure at hand. */
    place(location) {
      open2 && open2.location === "" && (open2.location = location);
    },
    end() {
      open2 = null;
    },
    count: () => names.size,
    found: () => found2.map((f) => ({ ...f, message: dedent(f.lines) }))
  };
}

// src/read/tests/bats.ts
var PLAN = /^1\.\.(\d+)$/, TAP = /^(not )?ok (\d+)(?: (.*))?$/, PRETTY = /^ (✓|✗|-) (.+)$/, PRETTY_SUM = /^(\d+) tests?, (\d+) failures?(?:, (\d+) skipped)?(?:, .*)?$/, PLACE = /\(in test file (\S+), line (\d+)\)|\bin test file (\S+), line (\d+)/;
function batsReader() {
  let tap = textFailures(), pretty = textFailures(), sum2 = { passed: 0, failed: 0, skipped: 0 }, framework = "tap", planned = null, total = null, first2 = 0, prettyFirst = 0, tests2 = null, verdict = null, setup = 0;
  function onTap(n, m) {
    tap.end();
    let name2 = (m[3] ?? "").replace(/^- /, "").replace(/ in \d+m?s$/, "");
    first2 === 0 && (first2 = n), tests2 ??= n, /(?:^| )# (?:skip|todo)\b/i.test(name2) ? sum2.skipped++ : m[1] ? (sum2.failed++, /^setup_(?:file|suite)\b/.test(name2) && setup++, tap.begin(n, name2 || `test ${m[2]}`)) : sum2.passed++;
  }
  function onPlace(text5, list3) {
    let m = PLACE.exec(text5);
    m && (framework = "bats", list3.place(`${m[1] ?? m[3]}:${m[2] ?? m[4]}`));
  }
  function onPretty(n, text5) {
    let m = PRETTY.exec(text5), end = m ? null : PRETTY_SUM.exec(text5);
    m ? (pretty.end(), prettyFirst === 0 && (prettyFirst = n), m[1] === "✗" && pretty.begin(n, m[2] ?? "")) : end && prettyFirst > 0 ? (pretty.end(), framework = "bats", total = { total: Number(end[1]), failed: Number(end[2]), skipped: Number(end[3] ?? 0) }, verdict = n) : pretty.open() && (text5.includes("in test file") ? onPlace(text5, pretty) : pretty.add(n, text5));
  }
  return {
    busy: () => tap.open() || pretty.open(),
    line(n, raw) {
      let c = raw.charCodeAt(0);
      if (c === 84 && raw.startsWith("TAP version ") && (planned ??= 0), c === 110 || c === 111 || c === 49) {
        let text5 = clean2(raw), m = TAP.exec(text5), plan = m ? void 0 : PLAN.exec(text5)?.[1];
        if (m && (planned !== null || first2 > 0 || m[1])) return void onTap(n, m);
        if (plan !== void 0) {
          planned = (planned ?? 0) + Number(plan);
          return;
        }
      }
      if (c === 35 && tap.open()) {
        let text5 = clean2(raw).replace(/^# ?/, "");
        text5.includes("in test file") ? onPlace(text5, tap) : tap.add(n, text5);
      } else if (c === 32 || c === 27 || c > 47 && c < 58 && prettyFirst > 0) {
        if (c === 32 && !pretty.open() && raw.charCodeAt(1) < 128 && raw.charCodeAt(1) !== 45) return;
        onPretty(n, clean2(raw));
      }
    },
    result() {
      let lines = { verdict_line: verdict, tests_line: tests2 };
      if (total && first2 === 0) {
        let passed = total.total - total.failed - total.skipped, tally = { ...total, ran: total.total - total.skipped, passed, phase: "tests" };
        return located(
          "bats",
          { ...tally, ...lines, tests_line: prettyFirst, first_line: prettyFirst },
          pretty.found()
        );
      }
      if (first2 === 0) return null;
      let ran = sum2.passed + sum2.failed, phase2 = setup > 0 && setup === sum2.failed && sum2.passed === 0 ? "setup" : "tests", counts = {
        total: planned === null ? null : Math.max(planned, ran + sum2.skipped),
        ran: planned === null ? null : ran
      };
      return located(framework, { ...counts, ...sum2, phase: phase2, ...lines, first_line: first2 }, tap.found());
    }
  };
}

// src/read/tests/ginkgo-crash.ts
var COMPILE = /^Failed to compile (.+):$/, PANIC = /^[•SP↺]*((?:panic|fatal error): .*)$/, FRAME2 = /^\s+(\S+\.go:\d+)(?: \+0x[\da-f]+)?$/, LIBRARY = /\/src\/(?:runtime|testing|internal|time)\//;
function crashReader() {
  let failures2 = [], open2 = null, kind = null;
  function begin(n, name2, message, what) {
    open2 = { name: clip(name2, 500), location: "", message, from: n, to: n }, kind = what, what !== "panic" && failures2.length < 200 && failures2.push(open2);
  }
  function extend(n, text5) {
    if (!open2 || n - open2.from > 60) return stop();
    let t = text5.trim();
    if (kind === "panic") {
      let frame = FRAME2.exec(text5)?.[1];
      return frame && !LIBRARY.test(frame) && open2.location === "" && (open2.location = frame), open2.to = n, /^(?:FAIL|Ginkgo ran|\[\d+\] )/.test(text5) ? stop() : /^goroutine \d+ .*\[/.test(text5) ? open2 : null;
    }
    if (t === "FAIL" || /^(?:Ginkgo ran|Running Suite|\[\d+\] |Failed to compile)/.test(text5)) return stop();
    if (t === "") return null;
    let place3 = /^\s*(\S+\.go:\d+)(?::\d+)?: /.exec(text5)?.[1];
    return place3 && open2.location === "" && (open2.location = place3), open2.message.length < 2e3 && !/^(?:# |FAIL\t)/.test(t) && (open2.message += `${open2.message ? `
` : ""}${t}`), open2.to = n, kind === "usage" ? stop() : null;
  }
  function stop() {
    return open2 = null, kind = null, null;
  }
  return {
    /** Whether the next line matters whatever it begins with. */
    busy: () => open2 !== null,
    /** Answers with a crash once its stack trace shows that it is one; its place may be filled in later. */
    line(n, text5) {
      let c = text5.charCodeAt(0), compile2 = c === 70 ? COMPILE.exec(text5)?.[1] : void 0;
      if (compile2 !== void 0) begin(n, compile2, "", "compile");
      else if (text5 === "ginkgo run failed") begin(n, "ginkgo run", "", "usage");
      else if (text5 === "Found no test suites") begin(n, "ginkgo run", text5, "usage");
      else {
        let panic = c === 112 || c === 102 || c === 8226 ? PANIC.exec(text5)?.[1] : void 0;
        if (panic === void 0 || kind === "panic") return extend(n, text5);
        begin(n, "panic", clip(panic, 2e3), "panic");
      }
      return null;
    },
    /** Suites that do not compile, and runs that could not start. */
    failures: () => failures2
  };
}

// src/read/tests/ginkgo-lines.ts
var SUITE = /^Running Suite: (.+?) - (?:\/|[A-Za-z]:\\)/, SUCCINCT = /^\[\d+\] (.+?) - (\d+)\/(\d+) specs(?: - \d+ procs)? ?(.*)$/, WILL_RUN = /^Will run (\d+) of (\d+) specs$/, RAN = /^Ran (\d+) of (\d+) Specs in [\d.]+ seconds$/, SUMMARY = /^Summarizing (\d+) Failures?:$/, ENTRY = /^\s*\[(FAIL|PANICKED!|ABORTED|TIMEDOUT|INTERRUPTED|Fail|Panic!)\] (.+)$/, DELIMITER = "------------------------------", HEADER = /^(?:([•↺SP]) )?(?:\[([A-Za-z]+(?: \([A-Za-z]+\))?)\] )?(?:\[(FAILED|PANICKED!?|TIMEDOUT|INTERRUPTED|ABORTED|SKIPPED|PENDING|FLAKEY TEST[^\]]*)\]|(PASSED))(?: DURING REPETITION #\d+)?(?: \[[\d.]+ seconds\])?$/, PASSED_SPEC = /^• \[[\d.]+ seconds\]$/, BODY = /^\s*\[(FAILED|PANICKED|TIMEDOUT|INTERRUPTED|ABORTED|SKIPPED)\] (?!in \[)(.*)$/, INLINE = /^\s*\[(?:FAILED|PANICKED|TIMEDOUT|INTERRUPTED|ABORTED)\] in \[([^\]]+)\](?: - (.+?:\d+)(?: @ .*)?)?$/, AT = /^\s*In \[([^\]]*)\] at: (.+?)(?: @ \d.*)?$/, AT_COMMAND = /^\s*::(?:error|notice) file=(.+?),line=(\d+)::/, AT_MARK = /^\s*\w+(?: \(\w+\))? \d\d\/\d\d\/\d\d \d\d:\d\d:\d\d/, RETRY = /^\s*Attempt #\d+ (?:Failed\. {2}Retrying|Passed\. {2}Repeating)/, LOCATION = /^\s*(?:\[[^\]]+\] )?(\S.*\.go:\d+)$/, SECTION_START = /^\s*(?:(?:Captured StdOut\/StdErr Output|Timeline|Report Entries) >>|::group::)/, SECTION_END = /^\s*(?:<< (?:Captured StdOut\/StdErr Output|Timeline|Report Entries)|::endgroup::)/, CASCADE = /failed on Ginkgo parallel process #\d+|function running on Ginkgo parallel process|Process #1 disappeared before SynchronizedBeforeSuite could report back|skipped because an earlier spec in an ordered container failed|Interrupted by Other Ginkgo Process|Test Report unavailable because a Ginkgo parallel process disappeared/, SETUP_NODE = /^(?:Synchronized|Report)?BeforeSuite$/, SUITE_NODE = /^(?:(?:Synchronized|Report)?(?:Before|After)Suite|CleanupAfterSuite|DeferCleanup \(Suite\))$/;
function header2(text5) {
  if (PASSED_SPEC.test(text5)) return { node: null, outcome: "passed" };
  let m = HEADER.exec(text5);
  if (!m || m[1] === void 0 && m[2] === void 0) return null;
  let node = m[2] ?? null;
  if (m[4]) return { node, outcome: "passed" };
  let state = m[3] ?? "";
  return state.startsWith("FLAKEY") ? { node, outcome: "flaked" } : { node, outcome: state === "SKIPPED" || state === "PENDING" ? "not run" : "failed" };
}
function isCascade(message) {
  return CASCADE.test(message);
}
function nodeKind(node) {
  return node === null || !SUITE_NODE.test(node) ? null : SETUP_NODE.test(node) ? "setup" : "teardown";
}
function namedNode(name2) {
  let node = /^\[([^\]]+)\]/.exec(name2)?.[1] ?? null;
  return nodeKind(node) ? node : null;
}
var FIRST = new Set([..."-[#\x1B•↺RWSFPGTfgp"].map((c) => c.charCodeAt(0)));
function mayMatter(raw) {
  let first2 = raw.charCodeAt(0);
  if (first2 !== 32 && first2 !== 9) return FIRST.has(first2);
  let i = 1;
  for (; i < 24 && (raw.charCodeAt(i) === 32 || raw.charCodeAt(i) === 9); ) i++;
  let c = raw.charCodeAt(i);
  return c === 91 || c === 65 || c === 27;
}

// src/read/tests/ginkgo-loose.ts
var GOMEGA = /^(?:Timed out after [\d.]+|Expected\b|Unexpected error:|Failed after [\d.]+)|^\s*(?:to equal|occurred|not to have occurred|to succeed)$|A \w+ timeout occurred|Test Panicked/m, SYSTEMD = /^Failed to (?:start|mount|listen|load|activate|stop|unmount)\b/;
function credible(loose2, certain, lines) {
  return loose2.filter((f) => !SYSTEMD.test(f.message) && (certain || lines <= 100 || GOMEGA.test(f.message)));
}

// src/read/tests/ginkgo-body.ts
function openBody(line, text5) {
  let m = BODY.exec(text5), short2 = m ? null : INLINE.exec(text5);
  if (!m && (!short2 || short2[2] !== void 0)) return null;
  let indent = " ".repeat(text5.length - text5.trimStart().length), first2 = m ? indent + (m[2] ?? "") : "";
  return {
    state: m?.[1] ?? "FAILED",
    node: short2?.[1] ?? null,
    from: line,
    to: line,
    lines: [first2],
    at: "",
    closed: !1,
    after: [],
    tail: null,
    size: first2.length
  };
}
function extendBody(body, line, text5) {
  let at = AT.exec(text5), command = at ? null : AT_COMMAND.exec(text5);
  if (at || command || AT_MARK.test(text5)) {
    body.at = at?.[2] ?? (command ? `${command[1]}:${command[2]}` : ""), body.node = at?.[1] ?? body.node, body.closed = !0, body.to = line, body.tail = body.state === "PANICKED" ? "value" : body.state === "TIMEDOUT" ? "progress" : null;
    return;
  }
  body.size < 2e3 && body.lines.length < 100 && (body.lines.push(text5), body.size += text5.length + 1, text5.trim() !== "" && (body.to = line));
}
function afterBody(body, line, text5) {
  let t = text5.trim();
  if (body.tail === null || line - body.from > 400)
    body.tail = null;
  else if (body.tail === "value")
    t === "Full Stack Trace" ? body.tail = "stack" : t !== "" && body.after.length < 10 && body.after.push(t);
  else if (body.tail === "stack") {
    let frame = /^(\S+\.go:\d+)(?: \+0x[\da-f]+)?$/.exec(t)?.[1];
    frame && (/\/src\/runtime\/[\w]+\.go:\d+$/.test(body.at) && (body.at = frame), body.tail = null, body.to = line);
  } else t.startsWith("At [By Step] ") && body.after.length === 0 ? body.after.push(t) : t === "Begin Additional Progress Reports >>" ? body.tail = "reports" : body.tail === "reports" && (t.startsWith("<< End Additional") ? body.tail = null : t !== "" && body.after.length < 30 && body.after.push(t));
}
function bodyMessage(bodies) {
  let first2 = bodies.find((b) => b.state !== "SKIPPED") ?? bodies[0];
  if (!first2) return "";
  let more2 = bodies.filter((b) => b !== first2 && /^\s*A \w+ timeout occurred and then/.test(b.lines[0] ?? ""));
  return [first2, ...more2].flatMap((b) => [text4(b), ...b.after]).join(`
`);
}
function bodyPlace(body) {
  return body.at || (body.lines.length === 1 ? LOCATION.exec(body.lines[0] ?? "")?.[1] ?? "" : "");
}
function text4(body) {
  if (bodyPlace(body) !== body.at) return "";
  let blank = body.closed ? -1 : body.lines.findIndex((l) => l.trim() === "");
  return dedent(blank > 0 ? body.lines.slice(0, blank) : body.lines);
}

// src/read/tests/ginkgo-spec.ts
function segment(from, age) {
  return {
    ...{ from, age, name: "", header: null, headerLine: 0, names: [], naming: !1, location: "" },
    section: !1,
    inline: "",
    inlineNode: "",
    inlineLine: 0,
    bodies: [],
    sectionBodies: [],
    last: null
  };
}
function specReader(events2) {
  let s = segment(1, null);
  function finish(to, next) {
    let found2 = failure(s, to);
    s = next, found2 && events2.failed(found2);
  }
  function onHeader(line2, h) {
    s.header !== null && finish(line2 - 1, segment(line2, null)), h.node === null && h.outcome !== "not run" && events2.started(s.age === null ? line2 : s.from - 1), s.header = h, s.headerLine = line2, s.naming = h.outcome === "failed", s.section = !1, h.outcome !== "failed" && (s.last = null), events2.ended(h);
  }
  function onBegin(text5) {
    s.age === 0 ? s.name = text5.trim() : LOCATION.test(text5) && s.name !== "" && !namedNode(s.name) && events2.started(s.from - 1), s.age = (s.age ?? 0) + 1;
  }
  function onName(text5) {
    let place3 = LOCATION.exec(text5)?.[1];
    place3 && s.names.length > 0 ? s.location = place3 : text5.trim() === "autogenerated by Ginkgo" ? s.location = "" : s.names.length < 20 && s.names.push(text5.trim());
  }
  function onBody(line2, text5) {
    let body = text5.includes("[") ? openBody(line2, text5) : null;
    if (!body) return !1;
    let list3 = s.section ? s.sectionBodies : s.bodies;
    return list3.length < 20 && list3.push(body), s.last = body, !0;
  }
  function line(n, text5) {
    if (text5 === DELIMITER) return void finish(n - 1, segment(n + 1, 0));
    let h = text5.endsWith("]") ? header2(text5) : null;
    if (h) return void onHeader(n, h);
    if (s.age !== null && s.age < 2 && s.header === null && onBegin(text5), s.naming) {
      if (!(text5.trim() === "" ? s.names.length > 0 : SECTION_START.test(text5) || BODY.test(text5))) return void onName(text5);
      s.naming = !1;
    }
    if (SECTION_START.test(text5)) s.section = s.header !== null;
    else if (s.section && SECTION_END.test(text5)) s.section = !1;
    else if (RETRY.test(text5)) [s.bodies, s.sectionBodies, s.last] = [[], [], null];
    else if (s.header === null || s.header.outcome === "failed") {
      let inline = s.inline === "" && text5.includes("] in [") ? INLINE.exec(text5) : null;
      inline?.[2] ? [s.inline, s.inlineNode, s.inlineLine] = [inline[2], inline[1] ?? "", n] : !onBody(n, text5) && s.last && (s.last.closed ? afterBody : extendBody)(s.last, n, text5);
    }
    s.header === null && s.last && n - s.last.from > 400 && (s.last = null);
  }
  return {
    line,
    /** Whether the next line matters whatever it begins with. */
    busy: () => s.header?.outcome === "failed" || s.header === null && (s.last !== null || s.age !== null && s.age < 2),
    /** Ends the spec at hand: a new suite, a summary or the end of the log follows line `to`. */
    close: (to) => finish(to, segment(to + 1, null))
  };
}
function failure(s, to) {
  if (s.header && s.header.outcome !== "failed") return null;
  let bodies = s.bodies.length > 0 ? s.bodies : s.sectionBodies, first2 = bodies.find((b) => b.state !== "SKIPPED");
  if (!s.header && !first2 && s.inline === "") return null;
  let told = first2?.node ?? (s.inlineNode || null), node = s.header ? s.header.node : nodeKind(told) ? told : null, name2 = (s.names.join(" ").trim() || (node ? `[${node}]` : s.name)).trim(), message = bodyMessage(bodies), place3 = first2 ? bodyPlace(first2) : "", at = place3 === "autogenerated by Ginkgo" ? "" : place3, head = s.header ? s.headerLine : first2?.from ?? s.inlineLine, end = s.header ? Math.min(to, head + 399) : Math.max(first2?.to ?? head, head);
  return {
    name: name2,
    location: at || s.inline || s.location,
    message,
    from: s.header ? Math.max(s.age === null ? head : s.from, Math.min(head, end - 399)) : head,
    to: end,
    kind: nodeKind(node ?? namedNode(name2)),
    cascade: isCascade(message),
    headed: s.header !== null
  };
}

// src/read/tests/ginkgo-suite.ts
function newSuite(line, name2) {
  return {
    name: name2,
    line,
    certain: !1,
    succinct: !1,
    passedSeen: 0,
    skippedSeen: 0,
    pendingSeen: 0,
    failedSeen: 0,
    summarized: !1,
    ...{ willRun: null, total: null, ran: null, counts: null, crash: null },
    ...{ failures: [], loose: [], entries: [] }
  };
}
function closeSuite(suite, complete) {
  let all = named2(suite), real = all.filter((f) => !f.cascade), found2 = distinct(real.length > 0 ? real : all.slice(0, 1)), crash = suite.counts === null && suite.ran === null ? suite.crash : null;
  crash && found2.push({ ...crash, kind: null, cascade: !1, headed: !0 });
  let specFailures = found2.filter((f) => f.kind === null).length, quiet = complete && suite.succinct && suite.ran === null && found2.length === 0, { willRun, total, passedSeen, skippedSeen } = suite, everySeen = passedSeen + skippedSeen + suite.pendingSeen === total, passed = quiet && !everySeen ? willRun ?? passedSeen : passedSeen, unrun = quiet && everySeen ? skippedSeen : Math.max(0, (total ?? 0) - (quiet ? passed : 0)), counts = suite.counts ?? {
    passed: suite.ran === 0 ? 0 : passed,
    failed: Math.max(specFailures, crash ? 1 : 0, suite.failedSeen),
    skipped: quiet || suite.ran === 0 ? unrun : 0
  }, ran = suite.ran ?? (quiet ? passed : null), started = ran === null ? suite.passedSeen + suite.failedSeen > 0 : ran > 0;
  return {
    total,
    ran,
    ...counts,
    found: found2,
    failing: found2.length > 0,
    setup: !started && found2.length > 0 && found2.some((f) => f.kind === "setup"),
    teardown: found2.length > 0 && found2.every((f) => f.kind === "teardown")
  };
}
function named2(suite) {
  let failures2 = suite.failures.length > 0 ? suite.failures : suite.loose, exact = (f) => suite.entries.find((e) => !e.taken && e.name === f.name && e.location === f.location), similar = (f) => suite.entries.find((e) => !e.taken && e.name === f.name) ?? suite.entries.find((e) => !e.taken && f.location !== "" && e.location === f.location), out = failures2.map((f) => ({ f, entry: take(exact(f)) })).map(({ f, entry }) => {
    let e = entry ?? take(similar(f));
    return e ? { ...f, name: e.name, location: f.location || e.location } : f;
  });
  for (let e of suite.entries) {
    if (e.taken) continue;
    let kind = nodeKind(namedNode(e.name)), { name: name2, location, from, to } = e;
    out.push({ name: name2, location, from, to, message: "", kind, cascade: !1, headed: !0 });
  }
  return out;
}
function take(entry) {
  return entry && (entry.taken = !0), entry;
}
function distinct(failures2) {
  let seen2 = /* @__PURE__ */ new Set();
  return failures2.filter((f) => {
    if (f.kind === null) return !0;
    let key = `${f.name}
${f.location}
${f.message.replace(/0x[\da-f]+/g, "")}`;
    return !seen2.has(key) && seen2.add(key);
  }).slice(0, 200);
}

// src/read/tests/ginkgo-sum.ts
function sum(suites, broken) {
  let add2 = (pick) => suites.reduce((n, s) => n + pick(s), 0), whole = (pick) => suites.length === 0 || suites.some((s) => pick(s) === null) ? null : add2((s) => pick(s) ?? 0), failing = suites.filter((s) => s.failing), setup = failing.length + broken > 0 ? failing.every((s) => s.setup) : unstarted(suites), teardown2 = broken === 0 && failing.length > 0 && failing.every((s) => s.teardown), phase2 = setup ? "setup" : teardown2 ? "teardown" : "tests";
  return {
    total: whole((s) => s.total),
    ran: suites.length === 0 ? 0 : whole((s) => s.ran),
    passed: add2((s) => s.passed),
    failed: add2((s) => s.failed) + broken,
    skipped: add2((s) => s.skipped),
    phase: phase2
  };
}
function unstarted(suites) {
  return suites.every((s) => s.ran === null && s.passed === 0);
}
function keep(suites, closed) {
  let room = 200 - suites.reduce((n, s) => n + s.found.length, 0);
  suites.push({ ...closed, found: closed.found.slice(0, Math.max(0, room)) });
}

// src/read/tests/ginkgo-wrapped.ts
function wrappedEntry(found2) {
  let parts2 = [], from = 0;
  return {
    line(n, text5) {
      let start2 = text5.includes("[FAIL] ") ? /^\s*\[FAIL\] (.+)$/.exec(text5)?.[1] : void 0;
      if (start2 !== void 0) [parts2, from] = [[start2], n];
      else if (parts2.length > 0) {
        parts2.push(text5.trim());
        let leaf = /^\s*\[(?:It|[A-Za-z]+(?:Each|All))\] /.test(text5);
        return leaf && found2(from, parts2.join(" ")), (leaf || parts2.length > 5 || text5.trim() === "") && (parts2 = []), leaf;
      }
      return !1;
    },
    open: () => parts2.length > 0
  };
}

// src/read/tests/ginkgo.ts
var NODE_NAMED = /^(?!in \[).*\[(?:It|[A-Za-z]+(?:Each|All|Suite))\]/;
function ginkgoReader() {
  let crashes = crashReader(), totals = [], suite = null, wrapped = wrappedEntry(onEntry), summary2 = !1, first2 = 0, seen2 = 0, last2 = 0, tests2 = null, verdict = null, specs = specReader({
    failed: (f) => {
      let s = at(f.from), list3 = f.headed ? s.failures : s.loose;
      f.headed && (s.certain = !0), f.headed && f.kind === null && s.failedSeen++, list3.length < 400 && list3.push(f);
    },
    ended: (h) => {
      suite && h.node === null && (h.outcome === "passed" || h.outcome === "flaked") && suite.passedSeen++;
    },
    started: begun
  });
  function at(line) {
    return first2 === 0 && (first2 = line), suite ??= newSuite(line, ""), suite;
  }
  function begun(line) {
    suite && (tests2 ??= line);
  }
  function open2(line, name2) {
    end(line - 1, !0), verdict = null;
    let s = at(line);
    return s.name = name2, s.certain = !0, s;
  }
  function end(line, complete) {
    specs.close(line), summary2 = !1, suite && (suite.loose = credible(suite.loose, suite.certain, seen2), (suite.certain || suite.loose.length > 0 || suite.entries.length > 0) && keep(totals, closeSuite(suite, complete)), suite = null);
  }
  function onText(n, text5) {
    let c = text5.charCodeAt(0);
    if ((c === 8226 || c === 83 || c === 80) && dots(n, text5), c === 82 && onR(n, text5)) return;
    if (c === 91) {
      let m = SUCCINCT.exec(text5);
      if (m) return void onSuccinct(n, m);
    }
    if (c === 87 && suite) {
      let m = WILL_RUN.exec(text5);
      m && ([suite.willRun, suite.total] = [Number(m[1]), Number(m[2])]);
    } else if (c === 83 && SUMMARY.test(text5))
      specs.close(n - 1), at(n).certain = !0, summary2 = !0, verdict = n;
    else if ((c === 83 || c === 70) && /^(?:SUCCESS!|FAIL!)/.test(text5)) onResult(n, text5);
    else if (c === 71 && /^Ginkgo ran \d+ suites? in |^Ginkgo timed out waiting for all parallel procs/.test(text5)) {
      let cut = suite !== null && suite.counts === null && suite.ran === null;
      (suite || totals.length > 0) && end(n - 1, text5.startsWith("Ginkgo ran")), cut && (verdict = n);
    }
    let entry = summary2 || !specs.busy() && text5.includes("[") ? ENTRY.exec(text5)?.[2] : void 0;
    entry !== void 0 && (summary2 || NODE_NAMED.test(entry)) ? onEntry(n, entry) : !summary2 && wrapped.line(n, text5) ? at(n).certain = !0 : summary2 && suite ? onEntryPlace(n, text5) : specs.line(n, text5);
  }
  function dots(n, text5) {
    let run2 = /^[•SP↺]+/.exec(text5)?.[0] ?? "", ran = run2.split("•").length - 1 + run2.split("↺").length - 1;
    !suite || /^[•↺SP] \[/.test(text5) || ran === 0 && run2 !== text5 || (ran > 0 && begun(n), suite.passedSeen += ran, suite.skippedSeen += run2.split("S").length - 1, suite.pendingSeen += run2.split("P").length - 1, /SUCCESS! [\d.]+[nµmsh]/.test(text5) && end(n, !0));
  }
  function onSuccinct(n, m) {
    let s = open2(n, m[1] ?? "");
    s.succinct = !0, s.willRun = Number(m[2]), s.total = Number(m[3]), dots(n, m[4] ?? ""), /SUCCESS! [\d.]+[nµmsh]/.test(m[4] ?? "") && end(n, !0);
  }
  function onR(n, text5) {
    let name2 = SUITE.exec(text5)?.[1];
    name2 !== void 0 && open2(n, name2);
    let ran = RAN.exec(text5);
    if (ran) {
      specs.close(n - 1);
      let s = at(n);
      s.certain = !0, s.ran = Number(ran[1]), s.total = Number(ran[2]), summary2 || (verdict = n), summary2 = !1;
    }
    return name2 !== void 0 || ran !== null;
  }
  function onResult(n, text5) {
    let count4 = (what) => Number(new RegExp(`(\\d+) ${what}\\b`).exec(text5)?.[1] ?? Number.NaN), [passed, failed2, skipped2] = [count4("Passed"), count4("Failed"), count4("Skipped")], counted2 = !Number.isNaN(passed) && !Number.isNaN(failed2);
    if (!counted2 && !text5.includes("node failed")) return;
    specs.close(n - 1);
    let s = at(n);
    s.certain = !0, verdict ??= n, summary2 = !1, counted2 ? s.counts = { passed, failed: failed2, skipped: Number.isNaN(skipped2) ? 0 : skipped2 } : s.ran ??= 0;
  }
  function onEntry(n, name2) {
    let s = at(n);
    s.certain = !0, s.entries.length < 400 && s.entries.push({ name: name2.trim(), location: "", from: n, to: n, taken: !1 }), s.summarized = !0;
  }
  function onEntryPlace(n, text5) {
    let entry = suite?.entries.at(-1), place3 = LOCATION.exec(text5)?.[1];
    entry && entry.location === "" && place3 && ([entry.location, entry.to] = [place3, n]);
  }
  let busy = () => specs.busy() || summary2 || crashes.busy() || wrapped.open();
  return {
    busy,
    skip(count4, to) {
      seen2 += count4, last2 = to;
    },
    line(n, raw) {
      if (seen2++, last2 = n, !busy() && !mayMatter(raw)) return;
      let text5 = clean2(raw), crash = crashes.line(n, text5);
      crash && suite && (crash.name = suite.name || crash.name, suite.crash ??= crash), onText(n, text5);
    },
    result() {
      end(last2, !1);
      let broken = crashes.failures();
      if (totals.length === 0 && broken.length === 0) return null;
      let tally = { ...sum(totals, broken.length), verdict_line: verdict, tests_line: tests2 }, found2 = [...totals.flatMap((t) => t.found), ...broken].sort((a, b) => a.from - b.from);
      return located("ginkgo", { ...tally, first_line: first2 || (broken[0]?.from ?? 1) }, found2);
    }
  };
}

// src/read/tests/gotest-event.ts
function goEvent(text5) {
  if (text5.charCodeAt(0) !== 123 || !text5.includes('"Action":"')) return null;
  let e;
  try {
    e = JSON.parse(text5);
  } catch {
    return null;
  }
  let field = (key) => {
    let value = e[key];
    return typeof value == "string" ? value : "";
  }, action = field("Action"), pkg = field("Package") || field("ImportPath").replace(/ \[.*$/, "");
  return action === "" || pkg === "" ? null : { action, pkg, test: field("Test"), output: field("Output"), build: field("FailedBuild") !== "" };
}

// src/read/tests/gotest-output.ts
var MESSAGE = /^(\s*)(\S+\.go:\d+)(?::\d+)?: ?(.*)$/, PANIC2 = /^(?:panic|fatal error): (.*)$/, FRAME3 = /^\s+(\S+\.go:\d+)(?: \+0x[\da-f]+)?$/, LIBRARY2 = /\/src\/(?:runtime|testing|internal|time|sync)\/|^_testmain\.go/, KEEP = 80;
function newOutput(from) {
  return { from, to: from, lines: [], panic: "", location: "", race: !1 };
}
function addOutput(o, line, text5) {
  if (o.to = line, text5.startsWith("coverage: ")) return;
  let c = text5.charCodeAt(0), panic = c === 112 || c === 102 ? PANIC2.exec(text5)?.[0] : void 0;
  if (panic !== void 0 && o.panic === "")
    [o.panic, o.location] = [panic.replace(/ \[recovered\]$/, ""), ""];
  else if (o.panic !== "") {
    let frame = FRAME3.exec(text5)?.[1];
    if (frame && o.location === "" && !LIBRARY2.test(frame) && (o.location = frame), !/^\s*goroutine \d/.test(text5)) return;
  } else
    text5.startsWith("WARNING: DATA RACE") && (o.race = !0), o.lines.push(text5.length > 1e3 ? text5.slice(0, 1e3) : text5), o.lines.length > KEEP * 2 && o.lines.splice(0, KEEP);
}
function outputMessage(o) {
  if (o.panic !== "") return { message: o.panic, location: o.location };
  let messages = [], open2 = null, indent = 0;
  for (let text5 of o.lines) {
    let m = MESSAGE.exec(text5);
    m && (open2 === null || (m[1] ?? "").length <= indent) ? (indent = (m[1] ?? "").length, open2 = { location: m[2] ?? "", lines: [m[3] ?? ""] }, messages.push(open2)) : open2 && text5.trim() !== "" && text5.length - text5.trimStart().length > indent ? open2.lines.push(text5) : text5.trim() !== "" && (open2 = null);
  }
  let location = (messages.findLast((m) => !m.location.startsWith("testing.go:")) ?? messages.at(-1))?.location ?? "", texts3 = messages.map(
    (m) => [(m.lines[0] ?? "").trim(), dedent(m.lines.slice(1))].filter((l) => l !== "").join(`
`)
  ), race = o.race ? ["WARNING: DATA RACE"] : [];
  return texts3.length === 0 ? { message: tail([...race, ...o.lines.slice(-20)]), location } : { message: tail([...race, ...texts3]), location };
}
function tail(pieces) {
  let size2 = 0, kept = [];
  for (let i = pieces.length - 1; i >= 0; i--) {
    let piece = pieces[i] ?? "";
    if (size2 += piece.length + 1, kept.length > 0 && size2 > 2e3) break;
    kept.unshift(piece);
  }
  return kept.join(`
`).trim();
}
function said2(o) {
  return o.panic !== "" || o.race || o.lines.some((l) => MESSAGE.test(l));
}

// src/read/tests/gotest-json.ts
function eventReader(book) {
  let builds = /* @__PURE__ */ new Map();
  function build(pkg, line) {
    let o = builds.get(pkg);
    return o || builds.set(pkg, o = newOutput(line)), builds.size > 200 && builds.delete(builds.keys().next().value ?? pkg), o;
  }
  return (line, e) => {
    let text5 = e.output.replace(/\n$/, "");
    e.action === "build-output" ? text5.startsWith("# ") || addOutput(build(e.pkg, line), line, text5) : e.action === "run" ? (book.output(e.pkg, e.test, line), book.marks.tests ??= line) : e.action === "output" ? /^(?:=== |\s*--- |FAIL$|FAIL\t|PASS$)/.test(text5) || book.add(e.pkg, e.test, line, text5) : (e.action === "pass" || e.action === "fail" || e.action === "skip") && (e.test !== "" ? book.end(e.pkg, e.test, e.action, line) : book.endPackage(e.pkg, e.pkg, e.action === "fail", line, e.build ? build(e.pkg, line) : null));
  };
}

// src/read/tests/gotest-tests.ts
var MAX_LIVE = 5e3;
function testBook() {
  let packages = /* @__PURE__ */ new Map(), failures2 = [], count4 = { pass: 0, fail: 0, skip: 0, broken: 0 }, marks = { first: 0, tests: null, verdict: null, brokeEarly: !0 };
  function at(pkg) {
    let p = packages.get(pkg);
    return p || packages.set(pkg, p = { live: /* @__PURE__ */ new Map(), ran: 0, failed: 0, ginkgo: !1, wrapped: !1 }), p;
  }
  function output(pkg, name2, line) {
    marks.first === 0 && (marks.first = line);
    let { live } = at(pkg), o = live.get(name2);
    return o || live.set(name2, o = newOutput(line)), live.size > MAX_LIVE && live.delete(live.keys().next().value ?? name2), o;
  }
  function keep2(pkg, name2, o) {
    !said2(o) && failures2.some((f) => f.pkg === pkg && f.name.startsWith(`${name2}/`)) || failures2.length < 200 && failures2.push({ name: name2, pkg, output: o });
  }
  function end(pkg, name2, outcome, line) {
    let p = at(pkg), o = output(pkg, name2, line);
    return o.to = line, marks.tests ??= o.from, p.live.delete(name2), p.ginkgo && !name2.includes("/") ? (p.ginkgo = !1, p.wrapped = !0, null) : (count4[outcome]++, p.ran++, outcome === "fail" && (p.failed++, keep2(pkg, name2, o)), o);
  }
  return {
    count: count4,
    marks,
    output,
    end,
    add(pkg, name2, line, text5) {
      addOutput(output(pkg, name2, line), line, text5), text5.charCodeAt(0) === 82 && /^(?:Ran \d+ of \d+ Specs in |Running Suite: )/.test(text5) && (at(pkg).ginkgo = !0);
    },
    /** A package ended. One that failed without a failed test broke by itself, or took its running test with it. */
    endPackage(key, name2, failed2, line, build) {
      let p = at(key);
      if (marks.first = Math.min(marks.first || line, build?.from ?? line), marks.verdict = line, failed2 && !p.wrapped && p.failed === 0) {
        let running = [...p.live.keys()].filter((n) => n !== "").at(-1), own = p.live.get("");
        if (running !== void 0 && build === null) {
          let o = output(key, running, line);
          own && o.panic === "" && ([o.panic, o.location] = [own.panic, own.location]), p.ginkgo = !1, end(key, running, "fail", line);
        } else
          count4.broken++, p.ran > 0 && (marks.brokeEarly = !1), keep2(name2, name2, build ?? own ?? newOutput(line));
      }
      packages.delete(key);
      for (let f of failures2) f.pkg === key && (f.pkg = name2);
    },
    known: (name2) => failures2.some((f) => f.name === name2 || f.name.startsWith(`${name2}/`)),
    found() {
      let within2 = (a, b) => a.startsWith(`${b}/`), parent = (f) => !said2(f.output) && failures2.some(
        (g) => g.pkg === f.pkg && (within2(g.name, f.name) || within2(f.name, g.name) && said2(g.output))
      );
      return failures2.filter((f) => !parent(f)).map(({ name: name2, output: o }) => ({ name: name2, ...outputMessage(o), from: o.from, to: o.to })).sort((a, b) => a.from - b.from);
    }
  };
}

// src/read/tests/gotest.ts
var RESULT = /^\s*--- (FAIL|PASS|SKIP): (\S+) \([\d.]+s\)$/, GLUED = /--- (FAIL|PASS|SKIP): (Test\S*) \([\d.]+s\)$/, STEP = /^=== (RUN|CONT|NAME|PAUSE)\s+(\S+)$/, PACKAGE = /^(ok|FAIL|\?)\s+(\S*[A-Za-z]\S*)\s+(?:[\d.]+s\b|\(cached\)|\[(no test files|build failed|setup failed|no tests to run)\])/, HASH = /^# (?:\[(\S+)\]|(\S+)(?: \[\S+\])?)$/, MODULES = /^go: .*(?:missing go\.sum entry|no required module provides|updates to go\.mod needed|dial tcp|module lookup disabled)/, SUMMARY2 = /^=== (FAIL|SKIP): (\S+) (\S*) ?\([\d.]+s\)/, DONE = /^DONE (?:\d+ runs?, )?(\d+) tests?\b(.*) in [\d.]+m?s/, RUNNING = /^\t\t(Test\S+) \([\d.a-zµ]+\)$/, FIRST2 = new Set([..."=-F?#D\x1B"].map((c) => c.charCodeAt(0))), HERE = "";
function goTestReader() {
  let book = testBook(), onEvent = eventReader(book), builds = [], current = null, verbose = !1, certain = !1, done = null;
  function onPackage(n, m) {
    certain = !0;
    let name2 = m[2] ?? "", broken = /^(?:build|setup)/.test(m[3] ?? ""), base = name2.replace(/_test$/, ""), own = builds.filter((b) => b.pkg === name2 || b.pkg.startsWith(base)), build = (own.find((b) => b.output.lines.length > 0) ?? builds.findLast((b) => b.pkg === "") ?? own[0])?.output ?? newOutput(n);
    book.endPackage(HERE, name2, m[1] === "FAIL", n, broken ? build : null), builds = builds.slice(-50), current = null;
  }
  function onStep(n, m) {
    certain = verbose = !0, current = m[1] === "PAUSE" ? null : book.output(HERE, m[2] ?? "", n), m[1] === "RUN" && (book.marks.tests ??= n);
  }
  function onSummary(n, m) {
    certain = !0, current = null;
    let name2 = m[3] || (m[2] ?? "");
    m[1] === "FAIL" && !book.known(name2) && (current = book.end(HERE, name2, "fail", n));
  }
  function onLine(n, text5) {
    let c = text5.charCodeAt(0);
    if (c === 61) {
      let step = STEP.exec(text5);
      if (step) return void onStep(n, step);
      let summary2 = SUMMARY2.exec(text5);
      if (summary2) return void onSummary(n, summary2);
    }
    let result = text5.includes("--- ") ? RESULT.exec(text5) ?? GLUED.exec(text5) : null;
    if (result) {
      certain = !0, result.index > 0 && addOutput(book.output(HERE, result[2] ?? "", n), n, text5.slice(0, result.index)), current = book.end(HERE, result[2] ?? "", (result[1] ?? "").toLowerCase(), n);
      return;
    }
    let pkg = c === 70 || c === 111 || c === 63 ? PACKAGE.exec(text5) : null;
    if (pkg) return void onPackage(n, pkg);
    if (c === 103 && MODULES.test(text5)) {
      let output = newOutput(n);
      addOutput(output, n, text5), builds.push({ pkg: "", output });
    }
    let hash2 = c === 35 ? HASH.exec(text5) : null;
    if (hash2) {
      current = newOutput(n), builds.push({ pkg: hash2[1] ?? hash2[2] ?? "", output: current }), builds.length > 200 && builds.shift();
      return;
    }
    let running = c === 9 ? RUNNING.exec(text5)?.[1] : void 0;
    running !== void 0 && book.output(HERE, running, n), c === 82 && certain && book.add(HERE, "", n, text5), current && text5 !== "FAIL" && text5 !== "PASS" ? addOutput(current, n, text5) : certain && /^(?:panic|fatal error): /.test(text5) && addOutput(current = book.output(HERE, "", n), n, text5);
  }
  function onDone(n, text5) {
    let m = DONE.exec(text5);
    if (!m) return;
    let part = (what) => Number(new RegExp(`(\\d+) ${what}`).exec(m[2] ?? "")?.[1] ?? 0);
    done = { total: Number(m[1]), skipped: part("skipped"), failed: part("failure") + part("error") }, book.marks.verdict = n, certain = !0;
  }
  function counts() {
    let { pass, fail, skip, broken } = book.count;
    if (done) {
      let passed = Math.max(0, done.total - done.skipped - done.failed);
      return {
        total: done.total,
        ran: done.total - done.skipped,
        passed,
        failed: done.failed,
        skipped: done.skipped
      };
    }
    let ran = verbose ? pass + fail : broken > 0 && pass + fail === 0 ? 0 : null, none2 = pass + fail + skip === 0 && broken > 0;
    return { total: verbose && !none2 ? pass + fail + skip : null, ran, passed: pass, failed: fail + broken, skipped: skip };
  }
  return {
    busy: () => current !== null,
    line(n, raw) {
      let c = raw.charCodeAt(0);
      if (c === 123) {
        let e = goEvent(raw);
        if (e) return void this.event(n, e);
      }
      if (current === null && !FIRST2.has(c) && !mayMatter2(raw, c, certain)) return;
      let text5 = clean2(raw);
      c === 68 && onDone(n, text5), onLine(n, text5);
    },
    event(n, e) {
      certain = verbose = !0, onEvent(n, e);
    },
    result() {
      if (!certain) return null;
      let { first: first2, tests: tests2, verdict, brokeEarly } = book.marks, phase2 = book.count.fail === 0 && book.count.broken > 0 && brokeEarly ? "setup" : "tests", lines = { verdict_line: verdict, tests_line: tests2, first_line: first2 || (verdict ?? 1) };
      return located("gotest", { ...counts(), phase: phase2, ...lines }, book.found());
    }
  };
}
function mayMatter2(raw, c, certain) {
  return c === 111 ? raw.startsWith("ok ") : c === 103 ? raw.startsWith("go: ") : c === 9 || c === 82 || c === 112 || c === 102 ? certain : raw.includes("--- ");
}

// src/read/tests/jest.ts
var FILE = /^(FAIL|PASS) (?:.* )?(\S+\.[cm]?[jt]sx?)(?: \([\d.]+ m?s\))?$/, TITLE = /^ {0,4}● (?!Console$)(.+)$/, TOTALS = /^(Tests|Test Suites): +(.*\d+ total)$/;
function jestReader() {
  let failures2 = textFailures(), sum2 = { total: 0, passed: 0, failed: 0, skipped: 0, suites: 0 }, counted2 = !1, file = "", first2 = 0, tests2 = null, verdict = null, seen2 = !1;
  function onTotals(n, what, parts2) {
    failures2.end();
    let part = (key) => Number(new RegExp(`(\\d+) ${key}`).exec(parts2)?.[1] ?? 0);
    verdict = n, seen2 = !0, what === "Tests" ? (counted2 = !0, sum2.total += part("total"), sum2.passed += part("passed"), sum2.failed += part("failed"), sum2.skipped += part("skipped") + part("todo")) : sum2.suites += part("failed");
  }
  return {
    busy: failures2.open,
    line(n, raw) {
      let c = raw.charCodeAt(0), starts = c === 70 || c === 80 || c === 84 || c === 9679 || c === 27;
      if (!failures2.open() && !starts && !(c === 32 && raw.includes("●"))) return;
      let text5 = clean2(raw), title = text5.includes("●") ? TITLE.exec(text5)?.[1] : void 0, run2 = title === void 0 ? FILE.exec(text5) : null, totals = run2 || title !== void 0 ? null : TOTALS.exec(text5);
      run2 ? (failures2.end(), file = run2[2] ?? "", first2 === 0 && (first2 = n), tests2 ??= n, seen2 = !0) : title !== void 0 && seen2 ? failures2.begin(n, title === "Test suite failed to run" ? file : title) : totals ? onTotals(n, totals[1] ?? "", totals[2] ?? "") : failures2.add(n, text5);
    },
    result() {
      if (!seen2) return null;
      let { total, passed, skipped: skipped2 } = sum2, none2 = counted2 && sum2.total === 0, failed2 = counted2 ? Math.max(sum2.failed, none2 ? sum2.suites : 0) : failures2.count(), phase2 = none2 && sum2.suites > 0 ? "setup" : "tests", tally = {
        total: counted2 ? total : null,
        ran: counted2 ? total - skipped2 : null,
        passed,
        failed: failed2,
        skipped: skipped2,
        phase: phase2
      };
      return located("jest", { ...tally, ...{ verdict_line: verdict, tests_line: tests2, first_line: first2 || (verdict ?? 1) } }, failures2.found());
    }
  };
}

// src/read/tests/merge.ts
function mergeTests(results) {
  let [first2] = results;
  if (!first2 || results.length === 1) return first2 ?? null;
  let add2 = (pick) => results.reduce((n, r) => n + pick(r), 0), whole = (pick) => results.some((r) => pick(r) === null) ? null : add2((r) => pick(r) ?? 0), lines = (pick) => results.map(pick).filter((n) => n !== null), phases = new Set(results.filter((r) => r.failed > 0 || r.failures.length > 0).map((r) => r.phase)), phase2 = phases.size === 1 ? [...phases][0] : "tests", [verdicts, starts] = [lines((r) => r.verdict_line), lines((r) => r.tests_line)], found2 = results.flatMap((r) => r.failures.map((f, i) => ({ ...f, ...r.blocks[i] ?? { from: 1, to: 1 } }))), tally = {
    total: whole((r) => r.total),
    ran: whole((r) => r.ran),
    passed: add2((r) => r.passed),
    failed: add2((r) => r.failed),
    skipped: add2((r) => r.skipped),
    phase: phase2,
    // Beside a suite that was cut short there is no line after which all is clean-up.
    verdict_line: verdicts.length === results.length ? Math.max(...verdicts) : null,
    tests_line: starts.length > 0 ? Math.min(...starts) : null,
    first_line: Math.min(...results.map((r) => r.first_line))
  };
  return located(
    first2.framework,
    tally,
    found2.sort((a, b) => a.from - b.from)
  );
}

// src/read/tests/mocha.ts
var COUNT = /^ {2}(\d+) (passing|failing|pending)(?: \([\d.]+(?:ms|s|m|h)\))?$/, NUMBER = /^ {2}(\d+)\) (.*)$/;
function mochaReader() {
  let failures2 = textFailures(), sum2 = { passing: 0, failing: 0, pending: 0 }, title = null, listing = !1, first2 = 0, verdict = null, hooks = 0;
  function begin() {
    if (!title) return;
    let name2 = title.parts.join(" ").replace(/:$/, "");
    /"before (?:all|each)" hook/.test(name2) && hooks++, failures2.begin(title.line, name2), title = null;
  }
  function onTitle(n, text5) {
    let m = NUMBER.exec(text5);
    if (m) title = { line: n, parts: [(m[2] ?? "").trim()] };
    else if (title && text5.trim() !== "" && title.parts.length < 20) title.parts.push(text5.trim());
    else if (title) begin();
    else return !1;
    return title && /:$/.test(text5) && begin(), !0;
  }
  return {
    busy: () => listing,
    line(n, raw) {
      if (listing) {
        if (raw.charCodeAt(0) > 32 && raw.charCodeAt(0) !== 27) {
          raw.trim() !== "" && ([listing, title] = [!1, null]), failures2.end();
          return;
        }
      } else if (raw.charCodeAt(raw.charCodeAt(0) === 27 ? 4 : 0) > 32 || !/(?:pass|fail|pend)ing/.test(raw))
        return;
      let text5 = clean2(raw), m = COUNT.exec(text5);
      if (m) {
        verdict ??= n, first2 === 0 && (first2 = n);
        let what = m[2];
        sum2[what] += Number(m[1]), listing = what === "failing";
      } else listing && !onTitle(n, text5) && failures2.add(n, text5);
    },
    result() {
      if (first2 === 0) return null;
      let { passing, failing, pending } = sum2, phase2 = passing === 0 && failing > 0 && hooks === failing ? "setup" : "tests", tally = { total: passing + failing + pending, ran: passing + failing, passed: passing, failed: failing, skipped: pending, phase: phase2 };
      return located(
        "mocha",
        { ...tally, verdict_line: verdict, tests_line: null, first_line: first2 },
        failures2.found()
      );
    }
  };
}

// src/read/tests/playwright.ts
var RUNNING2 = /^Running (\d+) tests? using \d+ workers?/, TITLE2 = /^ {2}\d+\) (.*?)(?: ─+)?$/, PLACE2 = /(?:^| )([^\s›]+\.[cm]?[jt]sx?):(\d+):\d+ › /, COUNT2 = /^ {2}(\d+) (failed|flaky|interrupted|skipped|did not run|passed)(?: \([\d.]+(?:ms|s|m|h)\))?$/;
function playwrightReader() {
  let failures2 = textFailures(), sum2 = {}, running = null, first2 = 0, tests2 = null, verdict = null, failed2 = null, listed = /* @__PURE__ */ new Set();
  function onTitle(n, name2) {
    let place3 = PLACE2.exec(name2);
    failures2.begin(n, name2, place3 ? `${place3[1]}:${place3[2]}` : "");
  }
  function onCount(n, count4, what) {
    failures2.end(), verdict ??= n, sum2[what] = (sum2[what] ?? 0) + count4, failed2 = what === "failed" || what === "interrupted" ? [] : null;
  }
  return {
    busy: () => first2 !== 0,
    line(n, raw) {
      let c = raw.charCodeAt(0);
      if (first2 === 0 && c !== 82 && c !== 27) return;
      let text5 = clean2(raw), run2 = c === 82 || c === 27 ? RUNNING2.exec(text5) : null;
      if (run2 && (first2 === 0 && (first2 = n), tests2 ??= n, running = (running ?? 0) + Number(run2[1])), first2 === 0) return;
      let count4 = COUNT2.exec(text5), title = count4 || !text5.includes(" › ") ? void 0 : TITLE2.exec(text5)?.[1];
      count4 ? onCount(n, Number(count4[1]), count4[2] ?? "") : title !== void 0 ? onTitle(n, title) : failed2 && text5.startsWith("    ") && listed.size < 1e3 ? listed.add(text5.replace(/ ─+$/, "").trim()) : /^\s+Retry #\d+ ─/.test(text5) ? failures2.end() : failures2.add(n, text5);
    },
    result() {
      if (first2 === 0) return null;
      let n = (what) => sum2[what] ?? 0, skipped2 = n("skipped") + n("did not run"), passed = n("passed") + n("flaky"), bad = n("failed") + n("interrupted"), ended2 = verdict !== null, found2 = failures2.found().filter((f) => listed.size === 0 || listed.has(f.name)), ran = ended2 ? passed + bad : null, tally = { total: running, ran, passed, failed: ended2 ? bad : failures2.count(), skipped: skipped2 };
      return located("playwright", { ...tally, phase: "tests", ...{ verdict_line: verdict, tests_line: running === 0 ? null : tests2, first_line: first2 } }, found2);
    }
  };
}

// src/read/tests/pytest-block.ts
var PLACE3 = /^(\S+\.py):(\d+): (?:[\w.]+|in \S+)?$/, CAPTURED = /^-{3,} (?:Captured|generated) .*-{3,}$/, WORKER = /^\[gw\d+\] \S+ -- Python /, TITLE3 = /^_{2,} (?:ERROR (?:at (setup|teardown) of|(collecting)) )?(.+?) _{2,}$/;
function openPytestBlock(line, text5) {
  let m = TITLE3.exec(text5);
  if (!m || text5.startsWith("_ _ _")) return null;
  let stage = m[1] ?? m[2] ?? "call", lists = { errors: [], plain: [], size: 0 };
  return {
    title: m[3] ?? "",
    stage,
    from: line,
    to: line,
    open: !1,
    location: "",
    captured: !1,
    taken: !1,
    ...lists
  };
}
function addToBlock(b, line, text5) {
  if (text5.trim() !== "" && (b.to = line), b.captured) return;
  if (text5.startsWith("E ") || text5 === "E") {
    b.open || ([b.errors, b.size] = [[], 0]), b.open = !0, b.size += text5.length, b.size < 2e3 * 2 && b.errors.length < 100 && b.errors.push(text5.slice(4));
    return;
  }
  if (b.open = !1, CAPTURED.test(text5)) {
    b.captured = !0;
    return;
  }
  let place3 = text5.includes(".py:") ? PLACE3.exec(text5) : null;
  place3 ? b.location = `${place3[1]}:${place3[2]}` : b.plain.length < 20 && text5.trim() !== "" && !WORKER.test(text5) && b.plain.push(text5);
}
function blockMessage(b) {
  return b.errors.length > 0 ? dedent(b.errors) : b.plain.some((l) => l.startsWith(">") || l.startsWith("    ")) ? "" : b.plain.join(`
`);
}
function isBlockOf(b, nodeid) {
  let [file = "", ...parts2] = nodeid.split("::");
  return parts2.length === 0 || b.stage === "collecting" ? b.title === file : b.title === parts2.join(".") || b.title === nodeid;
}
function blockFailure(b) {
  return { name: b.title, location: b.location, message: blockMessage(b), from: b.from, to: b.to };
}

// src/read/tests/pytest-broken.ts
var CONFTEST = /^ImportError while loading conftest '(.+)'/, USAGE = /^(?:__main__\.py|pytest|py\.test): error: (.*)$/, MISSING = /^ERROR: ((?:file or directory )?not found: .*)$/, KILLED = /^(?:\++ (Timeout) \++|(Fatal Python error: .*)|INTERNALERROR> (\w[\w.]*(?:Error|Exception): .*))$/;
function brokenReader() {
  let early = [], conftest = null, errors = [], killed = null;
  function put(name2, message, line) {
    let found2 = { name: name2, location: "", message, from: line, to: line };
    return early.length < 20 && early.push(found2), found2;
  }
  function onConftest(n, text5) {
    if (!conftest) return;
    let place3 = /^(\S+\.py):(\d+): in /.exec(text5);
    if (place3) conftest.location = `${place3[1]}:${place3[2]}`;
    else if (text5.startsWith("E ")) errors.push(text5.slice(4));
    else if (errors.length > 0 || n - conftest.from > 100) {
      conftest = null;
      return;
    }
    conftest.to = n, conftest.message = dedent(errors).slice(0, 2e3);
  }
  return {
    /** Whether the next line matters whatever it begins with. */
    busy: () => conftest !== null,
    line(n, text5) {
      if (conftest) return void onConftest(n, text5);
      let c = text5.charCodeAt(0);
      if (c === 73) {
        let path = CONFTEST.exec(text5)?.[1];
        if (path !== void 0) {
          conftest = put(path, "", n), errors = [];
          return;
        }
      }
      let message = c === 69 ? MISSING.exec(text5)?.[1] : USAGE.exec(text5)?.[1];
      message !== void 0 && put("pytest", message, n);
      let dead = c === 43 || c === 70 || c === 73 ? KILLED.exec(text5) : null;
      if (dead) {
        let why = dead[1] ? "Timeout (pytest-timeout ended the process)" : dead[2] ?? dead[3] ?? "";
        killed ??= { name: "pytest", location: "", message: why, from: n, to: n };
      }
    },
    /** Hands over what was found; `last` names the test or file that ran last. */
    end(session, last2) {
      let from = early[0]?.from ?? killed?.from;
      if (from === void 0) return;
      let s = session(from);
      s.broken.push(...early.splice(0)), killed && s.counts === null && (s.started || killed.message.startsWith("Timeout")) && s.broken.push({ ...killed, name: last2 || killed.name }), killed = null;
    }
  };
}

// src/read/tests/pytest-session.ts
function newSession(first2) {
  return { first: first2, ...{ collected: null, deselected: 0, counts: null, started: !1 }, seen: {}, live: [], blocks: [], entries: [], short: [], broken: [] };
}
function sumSession(s) {
  let c = s.counts ?? s.seen, n = (key) => c[key] ?? 0, found2 = failures(s), errors = n("error") + n("errors"), tornDown = s.blocks.filter((b) => b.stage === "teardown").length, collecting = s.blocks.filter((b) => b.stage === "collecting").length, executed = n("passed") + n("failed") + n("xfailed") + n("xpassed"), summed = executed + n("skipped") + Math.max(0, errors - tornDown - collecting), interrupted = s.counts !== null && executed + n("skipped") === 0 && collecting > 0, total = (s.collected === null ? null : Math.max(0, s.collected - (s.deselected || n("deselected")))) ?? (s.counts && !interrupted ? summed : null), ran = s.counts === null ? null : interrupted ? 0 : (total ?? summed) - n("skipped") - unreached(s, total, summed), failed2 = s.counts ? n("failed") + errors + s.broken.length : Math.max(found2.length, n("FAILED") + n("ERROR"));
  return {
    total,
    ran: total === null && s.counts === null && s.broken.length > 0 && !s.started ? 0 : ran,
    passed: s.counts ? n("passed") : n("PASSED"),
    failed: failed2,
    skipped: s.counts ? n("skipped") : n("SKIPPED"),
    found: found2,
    phase: phase(s, executed + n("PASSED") + n("FAILED"), errors, tornDown, n("failed"))
  };
}
function unreached(s, total, summed) {
  return s.counts === null || total === null ? 0 : Math.max(0, total - summed);
}
function phase(s, executed, errors, tornDown, failed2) {
  let stages = s.blocks.map((b) => b.stage);
  if (s.counts === null) {
    let early = stages.length > 0 && stages.every((x) => x === "setup" || x === "collecting");
    return s.broken.length > 0 && !s.started || early && executed === 0 ? "setup" : "tests";
  }
  return executed === 0 && (errors > 0 || s.broken.length > 0) ? "setup" : failed2 === 0 && errors > 0 && tornDown >= errors ? "teardown" : "tests";
}
function failures(s) {
  let found2 = s.entries.map((e) => fromEntry(e, s.blocks, s.short));
  for (let b of s.blocks) !b.taken && found2.length < 200 && found2.push(blockFailure(b));
  return found2.length === 0 && found2.push(...s.live.map((l) => ({ name: l.nodeid, location: "", message: "", from: l.line, to: l.line }))), [...s.broken, ...found2].sort((a, b) => a.from - b.from);
}
function fromEntry(e, blocks2, short2) {
  let mine = (b) => !b.taken && b.stage !== "call" == (e.kind === "ERROR") && isBlockOf(b, e.nodeid), file = e.nodeid.split("::")[0] ?? "", block = blocks2.find((b) => mine(b) && b.location.startsWith(`${file}:`)) ?? blocks2.find(mine) ?? // A crashed xdist worker: the block is titled with the file, and its text names the test.
  blocks2.find((b) => !b.taken && b.title === file && b.plain.some((l) => l.includes(e.nodeid)));
  if (!block) {
    let begin = e.message.replace(/\.\.\.$/, ""), i = begin === "" ? -1 : short2.findIndex((l) => l.message.startsWith(begin)), line = i < 0 ? void 0 : short2.splice(i, 1)[0], { from, to } = line ? { from: line.line, to: line.line } : e;
    return { name: e.nodeid, location: line?.location ?? "", message: line?.message ?? e.message, from, to };
  }
  return block.taken = !0, { ...blockFailure(block), name: e.nodeid, message: blockMessage(block) || e.message };
}

// src/read/tests/pytest.ts
var ENTRY2 = /^(FAILED|ERROR) (\S+?\.py(?:::\S.*?)?)(?: - (.*))?$/, BARE_ENTRY = /^(FAILED|ERROR) ((?:\w+::)*test_\S+) - (.*)$/, FINAL = /^(?:=+ )?((?:\d+ (?:failed|passed|skipped|deselected|xfailed|xpassed|warnings?|errors?|rerun|subtests passed)(?:, )?)+|no tests (?:ran|collected)(?:, \d+ \w+)*) in [\d.]+s(?: \([\d:]+\))?(?: =+)?$/, TITLE4 = /^=+ (.+?) =+$/, COLLECTED = /^(?:collecting \.\.\. )?collected (\d+) items?/, WORKERS = /^(?:gw0 \[(\d+)\]|\d+ workers? \[(\d+) items?\])/, VERBOSE = /^(\S+\.py::.+?) (PASSED|FAILED|ERROR|SKIPPED|XFAIL|XPASS)(?: \(.*\))? +\[ *\d+%\]$/, XDIST = /^\[gw\d+\] \[ *\d+%\] (PASSED|FAILED|ERROR|SKIPPED|XFAIL|XPASS) (\S.*?)\s*$/, PROGRESS = /^\S+\.py(?:::| [.FEsxX])/, DOTS = /^[.FEsxXR]+(?:\[gw\d+\] node down| +\[ *\d+%\]$)/, FILE2 = /^(\S+\.py)(?: [.FEsxX]*)?$/, FIRST3 = new Set([..."=_!EFcg[I+np.sxXR\x1B"].map((c) => c.charCodeAt(0)));
function pytestReader() {
  let totals = [], broken = brokenReader(), s = null, part = "progress", block = null, entry = null, first2 = 0, tests2 = null, verdict = null, last2 = "", loose2 = null;
  function session(n) {
    return first2 === 0 && (first2 = n), s ??= newSession(n), s;
  }
  function put(t) {
    let room = 200 - totals.reduce((n, other) => n + other.found.length, 0);
    totals.push({ ...t, found: t.found.slice(0, Math.max(0, room)) });
  }
  function close() {
    broken.end(session, last2), s && (s.counts || s.started || s.entries.length + s.blocks.length + s.broken.length + s.live.length > 0) && put(sumSession(s)), s = null, block = entry = loose2 = null, part = "progress";
  }
  function onTitle(n, title) {
    block = entry = null, title === "test session starts" ? (close(), session(n).started = !0) : title === "ERRORS" || title === "FAILURES" ? (part = "blocks", session(n)) : title === "short test summary info" ? (part = "summary", verdict = n, session(n)) : s && (part = "other");
  }
  function onFinal(n, parts2) {
    let counts = {};
    for (let m of parts2.matchAll(/(\d+) (\w+)/g)) counts[m[2] ?? ""] = Number(m[1]);
    session(n).counts = counts, (part !== "summary" || verdict === null) && (verdict = n), tests2 ??= null, close();
  }
  function onEntry(n, m) {
    let found2 = session(n);
    entry = { kind: m[1], nodeid: m[2] ?? "", message: m[3] ?? "", from: n, to: n }, found2.entries.length < 200 && found2.entries.push(entry);
  }
  function onStatus(n, status, nodeid) {
    let found2 = session(n);
    tests2 ??= n, found2.seen[status] = (found2.seen[status] ?? 0) + 1, (status === "FAILED" || status === "ERROR") && found2.live.length < 200 && found2.live.push({ nodeid, line: n });
  }
  function onProgress(n, text5) {
    let m = text5.includes(".py::") ? VERBOSE.exec(text5) : null, x = text5.charCodeAt(0) === 91 ? XDIST.exec(text5) : null;
    if (m || x) onStatus(n, m?.[2] ?? x?.[1] ?? "", m?.[1] ?? x?.[2] ?? "");
    else if (DOTS.test(text5))
      session(n), tests2 ??= n;
    else if (s) {
      let items = COLLECTED.exec(text5)?.[1] ?? WORKERS.exec(text5)?.slice(1).find(Boolean);
      items && (s.collected = Number(items));
      let deselected = / (\d+) deselected/.exec(items ? text5 : "")?.[1];
      deselected && (s.deselected = Number(deselected)), PROGRESS.test(text5) && (tests2 ??= n);
      let file = FILE2.exec(text5)?.[1] ?? /^(\S+\.py::\S.*?) *$/.exec(text5)?.[1];
      file && (last2 = file);
    }
  }
  function onShort(n, text5) {
    let m = /^(\S+\.py:\d+): (.*)$/.exec(text5);
    m && s && s.short.length < 200 && s.short.push({ location: m[1] ?? "", message: m[2] ?? "", line: n });
  }
  function onLoose(n, text5) {
    text5.startsWith("E  ") && (loose2 ??= { ...openPytestBlock(n, "__ excerpt __"), title: "" }), loose2 && (addToBlock(loose2, n, text5), !(loose2.location === "" && n - loose2.from < 60) && (loose2.location !== "" && session(n).blocks.length < 200 && session(n).blocks.push({ ...loose2, title: loose2.location.replace(/:\d+$/, "") }), loose2 = null));
  }
  function onLine(n, text5) {
    let c = text5.charCodeAt(0), final = c === 61 || c === 110 || c > 47 && c < 58 ? FINAL.exec(text5) : null;
    if (final) return void onFinal(n, final[1] ?? "");
    let title = c === 61 ? TITLE4.exec(text5)?.[1] : void 0;
    if (title !== void 0) return void onTitle(n, title);
    if (c === 33 && text5.startsWith("!!!") && part === "summary") {
      entry = null;
      return;
    }
    let m = part !== "blocks" && (c === 70 || c === 69) ? ENTRY2.exec(text5) ?? BARE_ENTRY.exec(text5) : null;
    if (m && (part === "summary" || /::|^test_/.test(m[2] ?? ""))) return void onEntry(n, m);
    if (part === "summary" && entry) {
      entry.message.length < 2e3 && (entry.message += `
${text5}`), text5.trim() !== "" && (entry.to = n);
      return;
    }
    if (part === "blocks") {
      let next = c === 95 ? openPytestBlock(n, text5) : null;
      next && s ? (block = next, s.blocks.length < 200 && s.blocks.push(next)) : block ? addToBlock(block, n, text5) : onShort(n, text5);
      return;
    }
    broken.line(n, text5), part === "progress" && onProgress(n, text5), (s === null || part === "progress") && onLoose(n, text5);
  }
  let busy = () => s !== null || loose2 !== null || broken.busy();
  return {
    busy,
    line(n, raw) {
      let c = raw.charCodeAt(0);
      !busy() && !FIRST3.has(c) && !(c > 47 && c < 58 && raw.endsWith("s")) && !raw.startsWith("##[") || onLine(n, clean2(raw));
    },
    result() {
      if (close(), totals.length === 0) return null;
      let add2 = (pick) => totals.reduce((sum2, t) => sum2 + pick(t), 0), whole = (pick) => totals.some((t) => pick(t) === null) ? null : add2((t) => pick(t) ?? 0), failing = totals.filter((t) => t.failed > 0), phases = new Set(failing.map((t) => t.phase)), phase2 = phases.size === 1 ? [...phases][0] : "tests", found2 = totals.flatMap((t) => t.found), sums = { passed: add2((t) => t.passed), failed: add2((t) => t.failed), skipped: add2((t) => t.skipped) }, lines = { verdict_line: verdict, tests_line: tests2, first_line: first2 || 1 };
      return located(
        "pytest",
        { total: whole((t) => t.total), ran: whole((t) => t.ran), ...sums, phase: phase2, ...lines },
        found2
      );
    }
  };
}

// src/read/tests/unittest.ts
var HEAD = /^(FAIL|ERROR): (\S+ \([\w.<>]+\)|\S+)(?: .*)?$/, RAN2 = /^Ran (\d+) tests? in [\d.]+s$/, RESULT2 = /^(OK|FAILED|NO TESTS RAN)(?: \((.*)\))?$/, FILE3 = /^ {2}File "(.+?)", line (\d+)/;
function unittestReader() {
  let found2 = [], sum2 = { total: 0, failed: 0, skipped: 0 }, ruled = !1, open2 = null, ran = null, first2 = 0, verdict = null, seen2 = !1, fixtures = 0;
  function onResult(n, parts2) {
    let part = (key) => Number(new RegExp(`(?:^|, )${key}=(\\d+)`).exec(parts2)?.[1] ?? 0);
    sum2.total += ran ?? 0, sum2.failed += part("failures") + part("errors") + part("unexpected successes"), sum2.skipped += part("skipped"), verdict = n, seen2 = !0, ran = null;
  }
  function onHead(n, name2) {
    first2 === 0 && (first2 = n), /^setUp(?:Class|Module) /.test(name2) && fixtures++, open2 = { name: name2, location: "", message: "", from: n, to: n }, found2.length < 200 && found2.push(open2);
  }
  function onBody(n, text5) {
    if (!open2 || text5.startsWith("-----") || n - open2.from > 2e3 || text5.trim() === "") return;
    open2.to = n;
    let file = FILE3.exec(text5);
    file ? (/\/(?:unittest|site-packages|dist-packages)\//.test(file[1] ?? "") || (open2.location = `${file[1]}:${file[2]}`), open2.message = "") : !text5.startsWith(" ") && !text5.startsWith("Traceback ") && open2.message.length < 2e3 && (open2.message += `${open2.message ? `
` : ""}${text5}`);
  }
  let busy = () => open2 !== null || ruled || ran !== null;
  return {
    busy,
    line(n, raw) {
      let c = raw.charCodeAt(0);
      if (!busy() && c !== 61 && c !== 82) return;
      let text5 = clean2(raw), head = ruled ? HEAD.exec(text5)?.[2] : void 0;
      if (ruled = c === 61 && /^={60,}$/.test(text5), ruled && (open2 = null), head !== void 0) return void onHead(n, head);
      let count4 = c === 82 ? RAN2.exec(text5)?.[1] : void 0, result = ran === null ? null : RESULT2.exec(text5);
      count4 !== void 0 ? (open2 = null, ran = Number(count4), first2 === 0 && (first2 = n)) : result ? onResult(n, result[2] ?? "") : onBody(n, text5);
    },
    result() {
      if (!seen2) return null;
      let { total, failed: failed2, skipped: skipped2 } = sum2, passed = Math.max(0, total - failed2 - skipped2), phase2 = total === 0 && fixtures > 0 ? "setup" : "tests", tally = { total, ran: total - skipped2, passed, failed: failed2, skipped: skipped2, phase: phase2 };
      return located(
        "unittest",
        { ...tally, verdict_line: verdict, tests_line: null, first_line: first2 },
        found2
      );
    }
  };
}

// src/read/tests/console.ts
var MAX_PARTS = 100;
function testReader() {
  let go = goTestReader(), ginkgo = ginkgoReader(), others = [
    pytestReader(),
    jestReader(),
    mochaReader(),
    playwrightReader(),
    batsReader(),
    unittestReader()
  ], suites = /* @__PURE__ */ new Map(), parts2 = /* @__PURE__ */ new Map();
  function onEvent(n, e) {
    if (go.event(n, e), e.output === "") return;
    let key = `${e.pkg}	${e.test}`, text5 = (parts2.get(key) ?? "") + e.output;
    if (parts2.delete(key), !text5.endsWith(`
`) && text5.length <= 1e4 && parts2.size < MAX_PARTS) {
      parts2.set(key, text5);
      return;
    }
    let line = clean2(text5.replace(/\r?\n$/, ""));
    for (let reader of others) reader.line(n, line);
    suiteOf(e.pkg).line(n, line);
  }
  function suiteOf(pkg) {
    let reader = suites.get(pkg);
    return !reader && suites.size >= MAX_PARTS ? ginkgo : (reader || suites.set(pkg, reader = ginkgoReader()), reader);
  }
  return {
    busy: () => ginkgo.busy() || go.busy() || others.some((reader) => reader.busy()),
    skip: ginkgo.skip,
    line(n, raw) {
      let text5 = coloured(raw) ? clean2(raw) : raw, event3 = text5.charCodeAt(0) === 123 ? goEvent(text5) : null;
      if (event3) return void onEvent(n, event3);
      ginkgo.line(n, text5);
      for (let reader of others) reader.line(n, text5);
      go.line(n, text5);
    },
    result() {
      let some = (readers) => [...readers].map((r) => r.result()).filter((r) => r !== null), suite = mergeTests(some([ginkgo, ...suites.values()]));
      return choose2([...suite ? [suite] : [], ...some([...others, go])]);
    }
  };
}
function choose2(results) {
  let badness = (r) => r.failed > 0 || r.failures.length > 0 ? 2 : cutShort(r) ? 1 : 0, size2 = (r) => r.total ?? r.failures.length, worse = (a, b) => badness(b) - badness(a) || size2(b) - size2(a);
  return [...results].sort(worse)[0] ?? null;
}
function coloured(raw) {
  let c = raw.charCodeAt(0);
  return c === 35 || raw.includes("\x1B") || c === 91 && raw.includes("[0m");
}
function cutShort(r) {
  return r.phase === "setup" || r.total !== null && r.ran === null;
}

// src/read/tests/ginkgo-json.ts
var FAILED = /* @__PURE__ */ new Set(["failed", "aborted", "panicked", "interrupted", "timedout"]);
function readGinkgoReport(json3) {
  let data;
  try {
    data = JSON.parse(json3);
  } catch {
    return null;
  }
  let reports = list2(data).filter((r) => "SuitePath" in r || "SpecReports" in r);
  if (reports.length === 0) return null;
  let lineOf2 = specLines(json3), sum2 = { total: 0, ran: 0, passed: 0, failed: 0, skipped: 0 }, found2 = [], spec = 0;
  for (let report of reports) {
    let specs = number4(record2(report.PreRunStats).TotalSpecs), before = { ran: sum2.ran, found: found2.length };
    sum2.total += specs;
    for (let r of list2(report.SpecReports)) {
      let span = { from: lineOf2[spec] ?? 1, to: Math.max((lineOf2[spec + 1] ?? 2) - 1, lineOf2[spec] ?? 1) };
      spec++;
      let state = string2(r.State);
      string2(r.LeafNodeType) === "It" && count2(sum2, state), FAILED.has(state) && found2.push({ ...failureOf(r), ...span });
    }
    sum2.ran === before.ran && found2.slice(before.found).some((f) => f.kind === "setup") && (sum2.skipped += specs);
  }
  let real = found2.filter((f) => !f.cascade), kept = distinct(real.length > 0 ? real : found2), setup = sum2.ran === 0 && kept.some((f) => f.kind === "setup"), teardown2 = kept.length > 0 && kept.every((f) => f.kind === "teardown"), phase2 = setup ? "setup" : teardown2 ? "teardown" : "tests", lines = { verdict_line: null, tests_line: sum2.ran > 0 ? lineOf2[0] ?? 1 : null, first_line: 1 };
  return located("ginkgo", { ...sum2, phase: phase2, ...lines }, kept);
}
function count2(sum2, state) {
  state === "passed" ? sum2.passed++ : FAILED.has(state) ? sum2.failed++ : state === "skipped" && sum2.skipped++, (state === "passed" || FAILED.has(state)) && sum2.ran++;
}
function failureOf(r) {
  let failure2 = record2(r.Failure), type = string2(r.LeafNodeType), leaf = string2(r.LeafNodeText), containers3 = Array.isArray(r.ContainerHierarchyTexts) ? r.ContainerHierarchyTexts.map(string2) : [], node = string2(failure2.FailureNodeType) || type, index = string2(failure2.FailureNodeContext) === "in-container" ? number4(failure2.FailureNodeContainerIndex) : -1, parts2 = index >= 0 ? containers3.map((c, i) => i === index ? `${c} [${node}]` : c) : [...containers3, `[${node}]`], labels3 = [r.ContainerHierarchyLabels, r.LeafNodeLabels].flat(2).map(string2), tail2 = [...new Set(labels3)].filter((l) => l !== "").join(", "), spec = [...parts2, leaf, ...tail2 ? [`[${tail2}]`] : []].join(" "), name2 = nodeKind(type) ? `[${type}] ${leaf}` : spec, more2 = string2(
    record2(failure2.AdditionalFailure).Message ?? record2(record2(failure2.AdditionalFailure).Failure).Message
  ), message = [string2(failure2.Message), string2(failure2.ForwardedPanic), more2].filter((m) => m !== "").join(`
`), kind = nodeKind(type);
  return {
    name: name2.trim(),
    location: placeOf3(failure2, r),
    message,
    kind,
    cascade: isCascade(message)
  };
}
function placeOf3(failure2, r) {
  let own = place2(failure2.FailureNodeLocation) || place2(r.LeafNodeLocation), at = place2(failure2.Location);
  return at === "" || /\/src\/runtime\/\w+\.go:/.test(at) ? own : at;
}
function place2(value) {
  let at = record2(value), file = string2(at.FileName);
  return file === "" ? "" : `${file}:${number4(at.LineNumber)}`;
}
function specLines(json3) {
  let lines = [], line = 1, from = 0;
  for (let at = json3.indexOf('"LeafNodeType":'); at >= 0; at = json3.indexOf('"LeafNodeType":', at + 1)) {
    for (let i = json3.indexOf(`
`, from); i >= 0 && i < at; i = json3.indexOf(`
`, from))
      line++, from = i + 1;
    lines.push(line);
  }
  return lines;
}
function record2(value) {
  return typeof value == "object" && value !== null ? value : {};
}
function list2(value) {
  return Array.isArray(value) ? value.map(record2) : [];
}
function string2(value) {
  return typeof value == "string" ? value : "";
}
function number4(value) {
  return typeof value == "number" && Number.isFinite(value) ? value : 0;
}

// src/read/tests/junit-case.ts
function caseStage(c) {
  let kind = nodeKind(namedNode(c.name));
  if (kind) return { kind, isTest: !1 };
  let message = c.failures[0]?.message ?? "";
  return message === "collection failure" ? { kind: "setup", isTest: !1 } : /^failed on setup with|^test setup failure/.test(message) ? { kind: "setup", isTest: !0 } : {
    kind: /^failed on teardown with|^test teardown failure/.test(message) ? "teardown" : null,
    isTest: !0
  };
}
var GENERIC = /^(?:Failed|failed|error|test (?:setup|teardown) failure|collection failure|No message provided|)$/, PLACES = [
  /In \[[^\]]*\] at: (\S+?:\d+) @/,
  /^(\S+\.py:\d+): /gm,
  /^\s*(\S+_test\.go:\d+): /m,
  /\(([^\s()]+\.[cm]?[jt]sx?:\d+):\d+\)/
];
function caseFailure(c) {
  let f = c.failures[0], text5 = (f?.text ?? "").split(`
`).map(clean2).join(`
`), attribute = clean2(f?.message ?? "").trim(), own = c.file ? `${c.file}${c.line ? `:${c.line}` : ""}` : "", said3 = f?.file ? `${f.file}${f.line ? `:${f.line}` : ""}` : "";
  return {
    name: caseName(c),
    location: said3 || placeIn(text5) || own,
    message: messageOf(attribute, text5.trim())
  };
}
function placeIn(text5) {
  for (let place3 of PLACES) {
    let last2 = place3.global ? [...text5.matchAll(place3)].at(-1) : place3.exec(text5);
    if (last2?.[1]) return last2[1];
  }
  return "";
}
function messageOf(attribute, text5) {
  if (GENERIC.test(attribute)) {
    let errors = text5.split(`
`).filter((l) => /^E {3}/.test(l));
    return errors.length > 0 ? dedent(errors.map((l) => l.slice(4))) : text5;
  }
  return /^failed on (?:setup|teardown) with "([\s\S]*)"$/.exec(attribute)?.[1] ?? attribute;
}
function caseName(c) {
  return c.name.startsWith("[") || c.className === "" || c.name.startsWith(c.className) ? c.name || c.className : c.name === "" ? c.className : `${c.className} › ${c.name}`;
}

// src/read/tests/xml.ts
var NAMED = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" }, ENTITY = /&(#x[\da-fA-F]{1,6}|#\d{1,7}|[a-z]{2,4});/g, MAX_TEXT = 2e4;
function* scanXml(xml2) {
  let line = 1, counted2 = 0, lineAt = (to) => {
    for (let i = xml2.indexOf(`
`, counted2); i >= 0 && i < to; i = xml2.indexOf(`
`, counted2))
      line++, counted2 = i + 1;
    return line;
  }, at = 0;
  for (; at < xml2.length; ) {
    let open2 = xml2.indexOf("<", at), end = open2 < 0 ? xml2.length : open2;
    if (end > at && (yield { type: "text", text: decode(xml2.slice(at, Math.min(end, at + MAX_TEXT))) }), open2 < 0) return { truncated: !1 };
    let skip = skipped(xml2, open2);
    if (skip) {
      let close2 = xml2.indexOf(skip.until, open2 + skip.begin), stop = close2 < 0 ? xml2.length : close2;
      if (skip.text && (yield { type: "text", text: xml2.slice(open2 + skip.begin, Math.min(stop, open2 + skip.begin + MAX_TEXT)) }), close2 < 0) return { truncated: !0 };
      at = close2 + skip.until.length;
      continue;
    }
    let close = tagEnd(xml2, open2 + 1);
    if (close < 0) return { truncated: !0 };
    let tag = tagOf(xml2.slice(open2 + 1, close), lineAt(open2));
    tag && (yield tag), at = close + 1;
  }
  return { truncated: !1 };
}
function skipped(xml2, at) {
  return xml2.startsWith("<![CDATA[", at) ? { begin: 9, until: "]]>", text: !0 } : xml2.startsWith("<!--", at) ? { begin: 4, until: "-->", text: !1 } : xml2.startsWith("<?", at) ? { begin: 2, until: "?>", text: !1 } : null;
}
function tagEnd(xml2, from) {
  let quote = 0;
  for (let i = from; i < xml2.length; i++) {
    let c = xml2.charCodeAt(i);
    if (quote !== 0) quote = c === quote ? 0 : quote;
    else if (c === 34 || c === 39) quote = c;
    else if (c === 62) return i;
  }
  return -1;
}
function tagOf(tag, line) {
  if (tag.startsWith("!")) return null;
  if (tag.startsWith("/")) return { type: "close", name: local(tag.slice(1).trim()), line };
  let name2 = /^[^\s/]{1,100}/.exec(tag)?.[0] ?? "", attributes = attributesOf(tag.slice(name2.length));
  return name2 === "" ? null : { type: "open", name: local(name2), attributes, empty: tag.endsWith("/"), line };
}
function attributesOf(text5) {
  let attributes = {}, at = 0;
  for (let count4 = 0; count4 < 100; count4++) {
    let equals = text5.indexOf("=", at);
    if (equals < 0) break;
    let name2 = text5.slice(Math.max(at, equals - 100), equals).trim(), open2 = equals + 1;
    for (; open2 < text5.length && text5.charCodeAt(open2) <= 32; ) open2++;
    let quote = text5[open2], close = quote === '"' || quote === "'" ? text5.indexOf(quote, open2 + 1) : -1;
    if (close < 0) break;
    attributes[local(name2)] = decode(text5.slice(open2 + 1, Math.min(close, open2 + 1 + MAX_TEXT))), at = close + 1;
  }
  return attributes;
}
function local(name2) {
  return name2.slice(name2.indexOf(":") + 1);
}
function decode(text5) {
  return text5.includes("&") ? text5.replace(ENTITY, (whole, e) => {
    if (!e.startsWith("#")) return NAMED[e] ?? whole;
    let code = e[1] === "x" ? Number.parseInt(e.slice(2), 16) : Number(e.slice(1));
    return code <= 1114111 ? String.fromCodePoint(code) : whole;
  }) : text5;
}

// src/read/tests/junit.ts
var FAILURES = /* @__PURE__ */ new Set(["failure", "error", "rerunFailure", "rerunError"]), KEEP2 = 1e3;
function scanJUnit(xml2) {
  let r = {
    framework: "junit",
    ...{ cases: 0, nodes: 0, passed: 0, failed: 0, skipped: 0 },
    kept: [],
    declared: { tests: 0, failed: 0, skipped: 0 },
    depth: 0,
    firstLine: null,
    firstCase: null
  }, walk = caseWalker(r), events2 = scanXml(xml2), step = events2.next();
  for (; !step.done; step = events2.next()) walk.event(step.value);
  walk.end();
  let truncated = step.value.truncated || r.depth > 0;
  return { tests: r.firstLine === null ? null : resultOf(r), truncated };
}
function caseWalker(r) {
  let open2 = null, failure2 = null, ignored = 0;
  function onOpen(e) {
    let a = e.attributes;
    if (e.name === "testsuites" || e.name === "testsuite") onSuite(r, e);
    else if (e.name === "property") r.framework = frameworkOf(a.name ?? "") ?? r.framework;
    else if (e.name === "testcase") {
      let place3 = { file: a.file ?? "", line: a.line ?? "", status: a.status ?? "" };
      open2 = { ...{ name: a.name ?? "", className: a.classname ?? a.class ?? "" }, ...place3, from: e.line, to: e.line, skipped: !1, failures: [] }, r.firstCase ??= e.line, e.empty && onCase(e.line);
    } else if (open2 && FAILURES.has(e.name)) {
      let said3 = {
        message: a.message ?? "",
        type: a.type ?? "",
        text: "",
        file: a.file ?? "",
        line: a.line ?? ""
      };
      failure2 = { tag: e.name, ...said3 }, open2.failures.push(failure2), e.empty && (failure2 = null);
    } else open2 && (e.name === "skipped" || e.name === "disabled") ? open2.skipped = !0 : open2 && !e.empty && e.name !== "stackTrace" && ignored++;
  }
  function onCase(line) {
    if (!open2) return;
    open2.to = line;
    let stage = caseStage(open2);
    count3(r, open2, stage.isTest), failed(open2) && r.kept.length < KEEP2 && r.kept.push({ c: open2, ...stage }), open2 = failure2 = null, ignored = 0;
  }
  return {
    event(e) {
      e.type === "open" ? onOpen(e) : e.type === "text" ? failure2 && ignored === 0 && failure2.text.length < 2e4 && (failure2.text += e.text) : e.name === "testcase" ? onCase(e.line) : e.name === "testsuite" || e.name === "testsuites" ? r.depth-- : FAILURES.has(e.name) ? failure2 = null : ignored > 0 && e.name !== "stackTrace" && e.name !== "skipped" && ignored--;
    },
    /** A report that is cut within a case still says that it failed. */
    end: () => onCase(open2?.from ?? 1)
  };
}
function failed(c) {
  return c.failures.length > 0;
}
function count3(r, c, isTest) {
  if (!isTest) {
    r.nodes++, c.failures[0]?.message === "collection failure" && r.failed++;
    return;
  }
  r.cases++, failed(c) ? r.failed++ : c.skipped || /^(?:skipped|pending|disabled|notrun)$/i.test(c.status) ? r.skipped++ : r.passed++;
}
function onSuite(r, e) {
  r.firstLine ??= e.line;
  let n = (key) => Math.max(0, Number((e.attributes[key] ?? "").replaceAll(",", "")) || 0);
  (r.depth === 0 || r.depth === 1 && r.declared.tests === 0 || r.depth === 1 && topLevel.has(r)) && e.attributes.tests !== void 0 && (r.depth === 1 && topLevel.add(r), r.declared.tests += n("tests"), r.declared.failed += n("failures") + n("errors"), r.declared.skipped += n("skipped") + n("disabled")), e.attributes.name === "pytest" && (r.framework = "pytest"), e.empty || r.depth++;
}
var topLevel = /* @__PURE__ */ new WeakSet();
function frameworkOf(property) {
  return property === "SuiteSucceeded" ? "ginkgo" : property === "go.version" ? "gotest" : null;
}
function resultOf(r) {
  let trimmed = r.framework !== "ginkgo" && r.declared.tests > r.cases + r.nodes, d = r.declared, nameless = r.framework === "ginkgo" && r.cases === 0 && r.nodes > 0, total = trimmed ? d.tests : r.cases, failedCount = trimmed ? Math.max(d.failed, r.failed) : r.failed, skipped2 = trimmed ? Math.max(d.skipped, r.skipped) : r.skipped, passed = trimmed ? Math.max(0, total - failedCount - skipped2) : r.passed, kinds4 = r.kept.map((k) => k.kind), ran = total - skipped2, nothing3 = r.passed === 0 && kinds4.every((k) => k !== null), setup = kinds4.includes("setup") && nothing3, teardown2 = kinds4.length > 0 && kinds4.every((k) => k === "teardown"), phase2 = setup ? "setup" : teardown2 ? "teardown" : "tests", real = r.kept.filter(
    (k) => !/Interrupted by Other Ginkgo Process|failed on Ginkgo parallel process/.test(texts2(k.c))
  ), found2 = distinct(
    (real.length > 0 ? real : r.kept).map(({ c, kind }) => ({ ...caseFailure(c), kind, from: c.from, to: c.to }))
  ), lines = { verdict_line: null, tests_line: r.firstCase, first_line: r.firstLine ?? 1 };
  return located(
    r.framework,
    { total: nameless ? null : total, ran, passed, failed: failedCount, skipped: skipped2, phase: phase2, ...lines },
    found2
  );
}
function texts2(c) {
  return c.failures.map((f) => f.message + f.text.slice(0, 500)).join(`
`);
}

// src/read/tests/file.ts
var MAX_BYTES = 64 * 1024 * 1024, REPORT_NAME = /(?:junit|test|report|results?)[^/]*\.xml$/i;
function readTestFile(path, bytes) {
  let notes = [], note = (why) => notes.push({ what: path, why });
  if (bytes.length === 0)
    return /\.xml$/i.test(path) && note("the file is empty: its writer did not finish"), { tests: null, notes };
  bytes.length > MAX_BYTES && note(`only the first ${MAX_BYTES / 1024 / 1024} MiB were read`);
  let text5 = decode2(bytes.subarray(0, MAX_BYTES)), start2 = text5.slice(0, 2e3).trimStart();
  return start2.startsWith("<") ? { tests: xml(path, text5, note), notes } : /^[[{]/.test(start2) ? { tests: json2(path, text5, note), notes } : (/\.xml$/i.test(path) && note("not XML"), { tests: null, notes });
}
function xml(path, text5, note) {
  let { tests: tests2, truncated } = scanJUnit(text5);
  return tests2 && truncated && note("the XML ends before its root element does; what it holds up to there was read"), !tests2 && truncated && REPORT_NAME.test(path) && note("the XML is cut before its first test suite"), tests2;
}
function json2(path, text5, note) {
  let head = text5.slice(0, 2e4);
  if (head.split(`
`, 50).some((l) => goEvent(l.trim()))) {
    let reader = testReader();
    return text5.split(`
`).forEach((l, i) => {
      reader.line(i + 1, l.replace(/\r$/, ""));
    }), reader.result();
  }
  if (!head.includes('"SuitePath"') && !head.includes('"SpecReports"'))
    return /(?:ginkgo|report)[^/]*\.json$/i.test(path) && text5.trim().length < 4 && note("the report is empty: Ginkgo did not finish it"), null;
  let tests2 = readGinkgoReport(text5);
  return tests2 || note("the Ginkgo report is no valid JSON: it was cut, or its process died while writing it"), tests2;
}
function decode2(bytes) {
  let [a, b] = bytes;
  return a === 255 && b === 254 || a === 60 && b === 0 ? new TextDecoder("utf-16le").decode(bytes) : a === 254 && b === 255 || a === 0 && b === 60 ? new TextDecoder("utf-16be").decode(bytes) : new TextDecoder("utf-8").decode(bytes);
}

// src/read/unfold.ts
var mostLines = 6;
function unfold(block) {
  let lines = new TextDecoder().decode(block.bytes).split(`
`), joined2 = [], parts2 = /* @__PURE__ */ new Map();
  for (let i = 0; i < lines.length - 1; i++) {
    let texts3 = [lines[i].trimEnd()];
    if (!texts3[0].trim()) continue;
    let last2 = i;
    for (; last2 + 1 < lines.length && last2 - i < mostLines - 1 && continues(lines[last2], lines[last2 + 1]); )
      last2++, texts3.push(lines[last2].trimEnd());
    last2 !== i && (joined2.push(texts3.map((text5, k) => k ? text5.trim() : text5).join(" ")), parts2.set(block.firstLine + i, texts3));
  }
  if (!joined2.length) return null;
  let bytes = new TextEncoder().encode(`${joined2.join(`
`)}
`);
  return { ...lineBlock(bytes, { firstLine: block.firstLine, lines: [...parts2.keys()] }), parts: parts2 };
}
function continues(line, next) {
  let start2 = next.trimStart();
  if (!start2 || /^(?:[-*•#>$+]\s|\d+[.)]\s|\[|@|={3}|-{3}|\d{4}-\d\d-\d\d|[IWEF]\d{4} \d\d:|[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:|(?:ERROR|WARN|INFO|DEBUG|FATAL|FAIL|STEP|Error|Warning|Traceback)\b)/.test(
    start2
  ))
    return !1;
  let end = line.trimEnd();
  return /[:,(=\\/[{"'-]$/.test(end) ? !0 : /^[a-z"'`({<\\]/.test(start2) || /^\s/.test(next) && !/^\s/.test(line) || end.length > 60;
}

// src/joined.ts
var below = 3;
function scanJoined(joined2, means, emit) {
  for (let { hit, texts: texts3, from, to } of hitsIn(joined2, means)) {
    let { line: expression } = means.matcher.probes[hit.probe];
    if (from === to && matchOf(expression, means.decode(texts3[from])?.text ?? "")) continue;
    let line = isExcuse(means.matcher, hit) ? Math.min(to + below, texts3.length - 1) : from;
    emit({ ...hit, line: hit.line + line });
  }
}
function scanJoinedFailures(tests2, matcher, emit) {
  for (let [i, failure2] of tests2.failures.entries()) {
    let firstLine = tests2.blocks[i]?.from;
    if (firstLine === void 0) continue;
    let joined2 = unfold({ bytes: new TextEncoder().encode(`${failure2.message}
`), firstLine });
    if (!joined2) continue;
    let means = { matcher, kind: "job-log", decode: decodeMessage };
    for (let { hit } of hitsIn(joined2, means)) emit({ ...hit, line: firstLine });
  }
}
var decodeMessage = (raw) => {
  let { time: time2, message } = decodeLogLine(raw);
  return { text: message, time: time2 };
};
function hitsIn(joined2, means) {
  let { matcher, kind, decode: decode3 } = means, found2 = [];
  return scanBlock(matcher, joined2, kind, decode3, (hit) => found2.push(hit)), found2.filter((hit) => matcher.patterns[matcher.probes[hit.probe].pattern].role !== "noise").map((hit) => {
    let texts3 = joined2.parts.get(hit.line) ?? [hit.text];
    return { hit, texts: texts3, ...spanOf(matcher.probes[hit.probe].line, hit.text, texts3) };
  }).filter(({ hit, texts: texts3, from, to }) => isExcuse(matcher, hit) || !isNoise(texts3.slice(from, to + 1), means));
}
var isExcuse = (matcher, hit) => matcher.probes[hit.probe].condition < 0;
function spanOf(expression, text5, texts3) {
  let all = { from: 0, to: texts3.length - 1 }, found2 = matchOf(expression, text5);
  if (!found2) return all;
  let { match, quoted } = found2, plain = texts3.map((t, i) => i ? t.trim() : t).map((t) => quoted ? unescaped(t) ?? t : t), cut = plain.join(" ").length - found2.text.length;
  if (cut < 0 || !plain.join(" ").endsWith(found2.text)) return all;
  let start2 = cut + match.index + match[0].length - match[0].trimStart().length, end = Math.max(start2, cut + match.index + match[0].trimEnd().length - 1), ends = [];
  for (let t of plain) ends.push((ends.at(-1) ?? 0) + t.length + 1);
  let at = (offset) => Math.min(texts3.length - 1, ends.filter((e) => e <= offset).length);
  return { from: at(start2), to: at(end) };
}
function matchOf(expression, text5) {
  let match = expression.exec(text5);
  if (match) return { match, text: text5, quoted: !1 };
  let plain = unescaped(text5), other = plain === null ? null : expression.exec(plain);
  return other ? { match: other, text: plain, quoted: !0 } : null;
}
function isNoise(texts3, { matcher, kind, decode: decode3 }) {
  let block = lineBlock(new TextEncoder().encode(`${texts3.join(`
`)}
`)), found2 = !1;
  return scanBlock(
    matcher,
    block,
    kind,
    decode3,
    (hit) => {
      found2 ||= matcher.probes[hit.probe].silences;
    },
    !0
  ), found2;
}

// src/match/excuse.ts
var begins2 = /^\s*(?:\++ |STEP: |##\[(?:group|endgroup)\]|=== |--- (?:PASS|FAIL)|-{8,}|={8,}|\[It\] |• )/, bearsFailure = /\|\| ?(?:true\b|:|echo\b|exit 0)|--ignore-not-found|\b(?:[Dd]elet|[Cc]lean|[Tt]ear|[Rr]emov)/, ginkgoPlace = /^\s*In \[\w+\] at: /, isDone2 = /\b(?:created|configured|unchanged|ready|established|connected|restored|succeeded|successful(?:ly)?|exists|populated)\b/i, isUndone = /\b(?:not|never|no|to be|to become|fail\w*|error|time[ds]? ?out|waiting)\b|n't\b/i;
function excusing(matcher, block, decode3, emit) {
  return (hit) => {
    let isExcuse2 = matcher.probes[hit.probe].condition < 0;
    emit(isExcuse2 ? { ...hit, line: hit.line + linesBelow(hit, block, decode3) } : hit);
  };
}
function linesBelow({ line, text: text5 }, block, decode3) {
  if (begins2.test(text5) ? !bearsFailure.test(text5) : isDone2.test(text5) && !isUndone.test(text5)) return 0;
  let { bytes, newlines, firstLine } = block;
  for (let below2 = 0; below2 < 3; below2++) {
    let row = line - firstLine + below2, start2 = (newlines[row] ?? bytes.length) + 1;
    if (start2 >= bytes.length) return below2;
    let end = Math.min(newlines[row + 1] ?? bytes.length, start2 + longest3), next = decode3(utf82.decode(bytes.subarray(start2, end)))?.text ?? "";
    if (!next.trim() && !ginkgoPlace.test(text5) || begins2.test(next)) return below2;
  }
  return 3;
}
var utf82 = new TextDecoder(), longest3 = 200;

// src/read/decode.ts
var utf83 = new TextDecoder("utf-8", { ignoreBOM: !0 });
function decodeText(buffer, start2, end, longest7) {
  let last2 = Math.min(end, start2 + 3 * longest7 + 3), latin2 = buffer.toString("latin1", start2, Math.min(end, start2 + longest7));
  return /[^\x00-\x7f]/.test(latin2) ? utf83.decode(buffer.subarray(start2, last2)).slice(0, longest7) : latin2;
}

// src/read/stamp.ts
function contentStart(bytes, start2, end) {
  let first2 = bytes[start2];
  return first2 > 57 ? first2 === 239 ? unusual(bytes, start2, end) : start2 : first2 < 48 ? start2 : isUsual(bytes, start2, end) ? Math.min(end, start2 + 28 + 1) : unusual(bytes, start2, end);
}
function isUsual(bytes, s, end) {
  return end - s < 28 || bytes[s + 28] !== 32 && s + 28 !== end || bytes[s + 27] !== 90 || bytes[s + 10] !== 84 || bytes[s + 19] !== 46 || bytes[s + 4] !== 45 || bytes[s + 7] !== 45 || bytes[s + 13] !== 58 || bytes[s + 16] !== 58 ? !1 : isDigit(bytes[s + 3]) && isDigit(bytes[s + 9]) && isDigit(bytes[s + 18]) && isDigit(bytes[s + 26]);
}
var isDigit = (byte) => byte - 48 >>> 0 < 10;
function unusual(bytes, start2, end) {
  if (bytes[start2] !== 239 && (bytes[start2 + 4] !== 45 || bytes[start2 + 10] !== 84)) return start2;
  let head = latin1.decode(bytes.subarray(start2, Math.min(end, start2 + 80))), stamp = /^(?:ï»¿)?\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z(?: |\r?$)/.exec(head);
  return stamp ? Math.min(end, start2 + stamp[0].length) : head.startsWith("ï»¿") ? start2 + 3 : start2;
}
var latin1 = new TextDecoder("latin1");

// src/read/steps.ts
function opensStep(text5) {
  return text5.startsWith("##[group]Run ") || text5.startsWith("Post job cleanup.") || text5.startsWith("Cleaning up orphan processes");
}
function stepSpans(markers, job, lines) {
  let ran = (job?.steps ?? []).filter((s) => s.conclusion !== "skipped" && s.started_at).sort((a, b) => a.number - b.number);
  if (!ran.length)
    return markers.map((m, i) => ({
      number: null,
      name: m.text.replace(/^##\[group\]/, ""),
      from: m.line,
      to: (markers[i + 1]?.line ?? lines + 1) - 1
    }));
  let spans = [], next = 0;
  for (let step of ran) {
    if (!spans.length) {
      spans.push({ number: step.number, name: step.name, from: 1, to: lines });
      continue;
    }
    let found2 = markers.findIndex(
      (m, i) => i >= next && m.line > spans.at(-1).from && isStart(m, step.started_at, step.name)
    );
    found2 !== -1 && (next = found2 + 1, spans.at(-1).to = markers[found2].line - 1, spans.push({ number: step.number, name: step.name, from: markers[found2].line, to: lines }));
  }
  return spans;
}
function isStart(marker, startedAt, name2) {
  if (marker.time === null) return !1;
  let post = marker.text.startsWith("Post job cleanup.");
  return name2.startsWith("Post ") !== post || name2 === "Complete job" !== marker.text.startsWith("Cleaning up orphan") ? !1 : Date.parse(marker.time) >= Date.parse(startedAt) - 1e3;
}

// src/read/telling-filter.ts
var words = "error|fail|fatal|panic|exception|traceback|cannot|can't|could not|unable|denied|refused|invalid|not found|no such|missing|unknown|undefined|timeout|time out|timedout|timed out|killed|abort|✗|❌|err!|expected|to equal|assert";
var hash = (word) => Math.imul(word, 2654435761) >>> 16;
function signFilter() {
  let table = new Uint8Array(65536);
  for (let word of words.split("|")) {
    let bytes = new TextEncoder().encode(word);
    for (let at of [bytes.length > 4 ? 0 : -1, bytes.length > 4 ? 1 : 0]) {
      let free = at < 0 ? 0 : 24, partial = at < 0 || at + 4 > bytes.length, fixed = 0;
      for (let i = 0; i < 4; i++) fixed |= (bytes[at + i] ?? 0) << i * 8;
      for (let byte = 0; byte < (partial ? 256 : 1); byte++)
        table[hash(fixed | byte << free | 538976288)] = 1;
    }
  }
  return table;
}
function signRows(table, bytes, newlines) {
  let rows = [], places = signPlaces(table, bytes), place3 = 0;
  for (let row = 0, start2 = 0; row <= newlines.length && start2 < bytes.length; row++) {
    let end = newlines[row] ?? bytes.length;
    for (; places[place3] < start2 - 1; ) place3++;
    (places[place3] <= end || mayBePytest(bytes, start2, end)) && rows.push(row), start2 = end + 1;
  }
  return rows;
}
var behindAll = 1073741823;
function signPlaces(table, bytes) {
  let padded = bytes.byteOffset % 4 === 0 && bytes.byteOffset + bytes.length + 4 <= bytes.buffer.byteLength, copy2 = padded ? bytes : new Uint8Array(bytes.length + 8);
  padded || copy2.set(bytes);
  let length = bytes.length + 3 >> 2, view = new Int32Array(copy2.buffer, copy2.byteOffset, length), places = [], word = view[0] ?? 0;
  for (let i = 0; i < length; i++) {
    let next = view[i + 1] ?? 0, between = word >>> 16 | next << 16;
    (table[hash(word | 538976288)] | table[hash(between | 538976288)]) !== 0 && (table[hash(word | 538976288)] !== 0 && places.push(i * 4), table[hash(between | 538976288)] !== 0 && places.push(i * 4 + 2)), word = next;
  }
  return places.push(behindAll), places;
}
function mayBePytest(bytes, start2, end) {
  let at = end - start2 > 30 && bytes[start2 + 27] === 90 ? start2 + 29 : start2;
  return bytes[at] === 69 && bytes[at + 1] === 32;
}

// src/read/telling.ts
var first = 100, last = 400, longest4 = 2e3, backwardSize = 1 << 18, sign = /error|fail|fatal|panic|exception|traceback|cannot|can't|could not|unable|denied|refused|invalid|unexpected|not found|no such|missing|unknown|undefined|timed? ?out|killed|abort|✗|❌|ERR!|^E {2,}|^\s*(?:expected|to equal|assert)/i;
function tellingReader() {
  let filter = signFilter(), lines = [], until = null;
  return {
    block({ bytes, newlines, firstLine, continued }, time2) {
      if (until !== null) return;
      let block = { bytes, newlines, firstLine, continued, time: time2 };
      lines.push(...tellingRows(block, signRows(filter, bytes, newlines)).map((row) => logLine(block, row))), lines.length >= first && (until = firstLine + newlines.length - 1);
    },
    result: () => ({ lines, until })
  };
}
async function withLastTelling({ lines, until }, bytes, parts2) {
  let tail2 = [];
  if (until !== null) {
    let filter = signFilter();
    for (let part of parts2.toReversed())
      for await (let block of backwards(bytes, part)) {
        if (tail2.length >= last || block.firstLine + block.newlines.length <= until) break;
        tail2 = [...tellingRows(block, signRows(filter, block.bytes, block.newlines)).slice(tail2.length - last).map((row) => logLine(block, row)).filter(({ line }) => line > until), ...tail2];
      }
  }
  return [...lines.slice(0, first), ...[...lines.slice(first), ...tail2].slice(-last)];
}
async function* backwards(bytes, { from, to, lastLine }) {
  let end = to, line = lastLine;
  for (; end > from; ) {
    let start2 = Math.max(from, end - backwardSize), read2 = await collect(bytes.stream(start2, end), backwardSize), newline = start2 > from ? read2.indexOf(10) : -1, skip = start2 === from ? 0 : newline === -1 || newline === read2.length - 1 ? read2.length : newline + 1, buffer = Buffer.from(read2.subarray(skip)), { newlines, bytes: clean3 } = lineBlock(buffer.subarray(0, cleanBytes(buffer, 0, buffer.length, !0))), firstLine = line - newlines.length + (clean3.at(-1) === 10 ? 1 : 0);
    clean3.length && (yield { bytes: clean3, newlines, firstLine, continued: !1, time: null }, line = firstLine - 1), end = skip === read2.length ? start2 : start2 + skip;
  }
}
function tellingRows(block, rows) {
  return rows.filter((row) => {
    if (row === 0 && block.continued) return !1;
    let { text: text5 } = decoded(block, row);
    return text5 !== "" && sign.test(text5);
  });
}
function logLine(block, row) {
  let { text: text5, time: time2 } = decoded(block, row), own = time2;
  for (let before = row - 1; own === null && before >= (block.continued ? 1 : 0); before--)
    own = decoded(block, before, 80).time;
  return { line: block.firstLine + row, time: own ?? block.time, text: text5 };
}
function decoded(block, row, most = longest4 + 80) {
  let { bytes, newlines } = block, buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), start2 = row === 0 ? 0 : newlines[row - 1] + 1, { text: text5, time: time2 } = decodeActionsLine(decodeText(buffer, start2, newlines[row] ?? bytes.length, most));
  return { text: text5.slice(0, longest4), time: time2 };
}

// src/read/job-log.ts
var longest5 = 16384;
function jobLogReader(job) {
  let tests2 = testReader(), telling = tellingReader(), starts = lineStarts(), markers = [], lines = 0, stamped2 = 0, unstamped = 0, time2 = null;
  return {
    block(block, marked) {
      let { bytes, newlines, firstLine } = block, marks = [...marked, 1073741823], buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), timeBefore = time2, busy = tests2.busy(), skipped2 = 0, mark = 0, clock = -1, row = 0, start2 = 0;
      for (block.continued && (newlines.length ? start2 = newlines[row++] + 1 : start2 = bytes.length); start2 < bytes.length; row++) {
        let end = newlines[row] ?? bytes.length, content = contentStart(bytes, start2, end);
        for (content === start2 ? unstamped++ : (stamped2++, clock = start2); marks[mark] < start2; ) mark++;
        if (busy || marks[mark] < end || end - start2 > longest5 || lineMatters(starts, bytes, content, end)) {
          skipped2 && tests2.skip(skipped2, firstLine + row - 1), skipped2 = 0;
          let line = firstLine + row, last2 = bytes[end - 1] === 13 && end > content && end - start2 <= longest5 ? end - 1 : end, text5 = decodeText(buffer, content, last2, longest5 - (content - start2));
          tests2.line(line, text5), busy = tests2.busy(), opensStep(text5) && markers.length < 5e3 && (clock >= 0 && (time2 = stampAt(buffer, clock)), markers.push({ line, time: time2, text: text5.slice(0, 200) }));
        } else skipped2++;
        start2 = end + 1;
      }
      lines = firstLine + Math.max(row, 1) - 1, skipped2 && tests2.skip(skipped2, lines), clock >= 0 && (time2 = stampAt(buffer, clock)), telling.block(block, timeBefore);
    },
    result: () => ({
      tests: tests2.result(),
      steps: stepSpans(markers, job, lines),
      telling: telling.result(),
      lines,
      stamped: stamped2 > unstamped
    })
  };
}
function stampAt(buffer, start2) {
  return decodeActionsLine(decodeText(buffer, start2, buffer.length, 80).split(`
`, 1)[0]).time;
}

// src/read/teardown.ts
var nodeName = /\[(It|(?:Just)?BeforeEach|BeforeAll|(?:Synchronized|Report)?BeforeSuite|(?:Just|Report)?AfterEach|AfterAll|(?:Synchronized|Report)?AfterSuite|CleanupAfter\w+|DeferCleanup(?: \([^)]*\))?)\]/, isCleanUp = (node) => /^(?:Just|Report|Synchronized)?After|^CleanupAfter|^DeferCleanup/.test(node), over = /^(?:FAIL!|SUCCESS!|Ginkgo ran |Test Suite Failed)/, more = "There were additional failures detected", longest6 = 60;
function teardown(blocks2) {
  if (!blocks2.some(({ bytes }) => mayCleanUp(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length))))
    return null;
  let spans = [], elsewhere = !1, open2 = null, headed = null, paragraph = 1, close = (last3) => {
    if (!open2) return;
    let { from, node, at, tail: tail2, skipped: skipped2 } = open2;
    if (open2 = null, skipped2) return;
    let end = at && !tail2 ? at.line : Math.min(last3, (at?.line ?? from) + longest6);
    node !== null && isCleanUp(node) ? spans.push({ from, to: Math.max(from, end) }) : elsewhere = !0;
  }, begin = (from, node, text5) => {
    let skipped2 = /^\s*\[SKIPPED\]/.test(text5);
    open2 = { from, node, skipped: skipped2, tail: /PANICKED|TIMEDOUT|Test Panicked/.test(text5), at: null };
  }, told = (n, text5) => {
    close(n - 1), headed = null;
    let node = nodeName.exec(text5)?.[1];
    node && (isCleanUp(node) ? spans.push({ from: n, to: n }) : elsewhere = !0);
  }, line = (n, text5) => {
    if (!open2 && !text5.includes("[") && !/^[-RSFGT]/.test(text5)) {
      text5.trim() || (paragraph = n + 1);
      return;
    }
    let at = AT.exec(text5);
    if (at) {
      (!open2 || open2.at) && (close(paragraph - 1), begin(paragraph, null, ""));
      let section = open2;
      section.node = at[1], section.at = { depth: depthOf(text5), line: n }, section.tail || close(n);
      return;
    }
    let head = text5.endsWith("]") ? header2(text5) : null;
    text5 === DELIMITER || RAN.test(text5) || SUMMARY.test(text5) || over.test(text5) ? (close(n - 1), headed = null) : text5.startsWith(more) ? (close(n - 1), elsewhere = !0) : head ? (close(n - 1), headed = head.outcome === "failed" ? { node: head.node, text: text5 } : null, headed && begin(n, head.node, text5)) : BODY.test(text5) ? (open2 && (open2.at || !headed) && close(n - 1), open2 ? /PANICKED|TIMEDOUT/.test(text5) && (open2.tail = !0) : begin(n, null, text5)) : INLINE.test(text5) || ENTRY.test(text5) ? told(n, text5) : open2 && inside(open2, n, text5), (!text5.trim() || open2) && (paragraph = n + 1);
  }, inside = (section, n, text5) => {
    section.at ? text5.trim() && depthOf(text5) < section.at.depth && close(n - 1) : headed && section.node === null ? section.node = nodeName.exec(text5)?.[1] ?? null : /^\s*Test Panicked$/.test(text5) && (section.tail = !0);
  }, last2 = 0;
  for (let block of blocks2) {
    let rows = new TextDecoder().decode(block.bytes).split(`
`);
    rows.at(-1) === "" && rows.pop(), rows.forEach((raw, row) => {
      last2 = block.firstLine + row, line(last2, clean2(decodeActionsLine(raw).text));
    });
  }
  return close(last2), spans.length ? { spans, elsewhere } : null;
}
var depthOf = (text5) => text5.length - text5.trimStart().length, mayCleanUp = (bytes) => ["AfterEach]", "AfterAll]", "AfterSuite]", "[DeferCleanup"].some((node) => bytes.includes(node));

// src/read-job-log.ts
var mostFolded = 1 << 20;
async function readJobLog(source2, bytes, { suite, matcher, collector, findings }, watch2) {
  let place3 = { kind: "job-log", source: source2.name, path: null, url: source2.url, object: null }, emit = collector.log(place3), reader = jobLogReader(suite.job), kind = suite.job ? "job-log" : null, isShort = bytes.size <= mostFolded, quoted = [], parts2 = [];
  for (let { from, to: end, line } of partsOf(bytes)) {
    let chunks = bytes.stream(from, end), to = from, lastLine = line, counted2 = counting(watch2.chunks(chunks), (length) => {
      to += length;
    });
    for await (let found2 of blocks(counted2)) {
      let block = line === 1 ? found2 : { ...found2, firstLine: found2.firstLine + line - 1 }, excused = excusing(matcher, block, decodeActionsLine, emit);
      reader.block(block, scanBlock(matcher, block, kind, decodeActionsLine, excused, isShort)), isShort && quoted.push({ ...block, bytes: block.bytes.slice() }), lastLine = block.firstLine + block.newlines.length - (block.bytes.at(-1) === 10 ? 1 : 0);
    }
    parts2.push({ from, to, lastLine });
  }
  let log2 = reader.result();
  if (log2.stamped)
    log2.tests && scanJoinedFailures(log2.tests, matcher, emit);
  else for (let block of quoted) {
    let joined2 = unfold(block);
    joined2 && scanJoined(joined2, { matcher, kind, decode: decodeActionsLine }, emit);
  }
  return findings.tests = log2.tests, findings.steps = log2.steps, findings.telling = await withLastTelling(log2.telling, bytes, parts2), findings.teardown = teardown(quoted), log2.lines;
}
async function* counting(chunks, count4) {
  for await (let chunk of chunks)
    count4(chunk.length), yield chunk;
}
function partsOf(bytes) {
  let gap = bytes.part?.gap;
  return gap ? [
    { from: 0, to: gap.at, line: 1 },
    { from: gap.at, to: bytes.size, line: gap.line }
  ] : [{ from: 0, to: bytes.size, line: 1 }];
}

// src/read-source.ts
var mostObjects = 5e3, mostEvents = 5e3, words2 = {
  "job-log": "log",
  bundle: "bundle",
  "test-report": "test report"
};
async function readSource(source2, context) {
  let { kind, name: name2, content } = source2, { suite } = context, report = {
    kind,
    name: name2,
    state: "read",
    detail: null,
    format: null,
    bytes: null,
    lines: null
  };
  if (content.type === "none")
    return context.findings.incomplete.push({
      what: `${name2} (${words2[kind]} of ${context.suite.name})`,
      why: content.detail
    }), { ...report, state: content.state, detail: content.detail };
  let notes = [], isLog = kind === "job-log", isUp = isLog ? context.clocks.logs : context.clocks.rest, watch2 = watched(isUp), note = (n) => {
    watch2.late || isUp() || notes.push(n);
  }, bytes = null, short2 = null, isTold = !1;
  try {
    if (isUp()) short2 = notRead;
    else if (content.type === "bytes") {
      if (bytes = await content.open(), report.bytes = bytes.size, bytes.size === 0) return { ...report, state: "empty", detail: "nothing was written" };
      short2 = bytes.part?.short ?? null, isTold = isLog && short2 !== null, isUp() ? short2 = notRead : isLog ? (report.format = suite.job ? null : await readStructuredLog(source2, bytes, context, notes), (!report.format || await isQuoted(bytes) && !isWell(context.findings.objects)) && (report.lines = await readJobLog(source2, bytes, context, watch2))) : report.format = await readMembers(
        source2,
        watch2.members(archiveMembers(name2, watch2.bytes(bytes), context.limits, note, readingOrder)),
        context,
        note
      );
    } else {
      let members = expandMembers(content.members(), context.limits, note);
      report.format = await readMembers(source2, watch2.members(members), context, note);
    }
  } catch (error) {
    report.state = error instanceof Unavailable ? error.state : "unreadable", report.detail = describe(error), notes.push({ what: name2, why: report.detail });
  } finally {
    bytes?.drop?.();
  }
  return watch2.late && short2 !== notRead && (short2 = untilThen(watch2.read, report.bytes)), isTold &&= short2 === bytes?.part?.short, short2 !== null && (notes.length = 0, context.isCut ||= !isLog, isTold || notes.push({ what: isLog ? `log of ${name2}` : name2, why: short2 }), report.state = short2 === notRead ? "unreadable" : "truncated", report.detail = short2), context.findings.incomplete.push(...notes), notes.length && report.state === "read" && (report.state = "truncated", report.detail = notes[0].why), report;
}
var notRead = "the time was up before it was read; raise timeout-minutes to have it read", untilThen = (read2, size2) => `the time was up when ${size2 === null ? "some of it was" : `${mb(read2)} of ${mb(size2)} MB were`} read; raise timeout-minutes to have it read whole`, mb = (bytes) => (bytes / 1024 ** 2).toFixed(1);
async function readStructuredLog(source2, bytes, context, notes) {
  let member = await asMember(source2, bytes);
  if (!member) return null;
  let { findings, reports } = context, before = findings.objects.length + findings.events.length + reports.length, own = [], format = await readMembers(source2, only3(member), context, (n) => own.push(n));
  return findings.objects.length + findings.events.length + reports.length === before ? null : (notes.push(...own), format ?? "loose-files");
}
async function* only3(member) {
  yield member;
}
async function readMembers(source2, members, context, note) {
  let { collector, findings, matcher, reports } = context, { first: first2, all, close } = await peeked(members);
  if (first2?.path === findingsMember) {
    let notes = [], format = await mergeFindings(first2, source2, context, notes).finally(close);
    return notes.forEach(note), format;
  }
  let pieces = readBundle({ name: source2.name, url: source2.url }, all), runs = { logs: [], last: /* @__PURE__ */ new Map() }, aged = [], means = { source: source2, matcher, collector, runs, room: blockRoom() };
  for (let next = await pieces.next(); ; next = await pieces.next()) {
    if (next.done)
      return finishRuns(runs, source2, matcher, collector), anchor(aged, next.value.collected), context.collected ??= next.value.collected, next.value.format;
    let piece = next.value;
    if (piece.type === "note") note(piece.note);
    else if (piece.type === "events")
      collector.events(piece.events), aged.length < mostEvents && aged.push(...piece.events.filter((e) => e.age)), findings.events.push(
        ...piece.events.filter((e) => e.type !== "Normal").slice(0, mostEvents - findings.events.length)
      );
    else if (piece.type === "objects")
      collector.objects(piece.objects), findings.objects.push(...piece.objects.slice(0, mostObjects - findings.objects.length));
    else if (piece.type === "test-file") {
      let { tests: tests2, notes: faults } = readTestFile(piece.path, piece.bytes);
      tests2 && (reports.push(tests2), scanFailures(tests2, piece.path, means)), faults.forEach(note);
    } else await scanPiece(piece, means);
  }
}

// src/examine.ts
async function examine(suite, matcher, catalog = null, clocks = noHurry) {
  let context = await readSuite(suite, matcher, catalog, clocks), { findings, collector, collected } = context;
  findings.tests ??= bestReport(context.reports);
  let isComplete = !context.isCut && findings.objects.length < mostObjects;
  finishObjects(findings, collector, { collected, isComplete });
  let matches = collector.finish();
  return findings.matches = context.isCut ? matches.filter((m) => !tellsOfAbsence(m, matcher)) : matches, findings;
}
var tellsOfAbsence = (match, matcher) => matcher.patterns.find((p) => p.id === match.pattern)?.conditions.some((c) => c.type === "absent") ?? !1;
async function readSuite(suite, matcher, catalog, clocks = noHurry) {
  let findings = {
    service: suite.service,
    tests: null,
    steps: [],
    matches: [],
    events: [],
    objects: [],
    telling: [],
    sources: [],
    incomplete: []
  }, collector = createCollector(matcher);
  watch(matcher, anywhere);
  let context = { suite, matcher, catalog, collector, findings, limits: defaultLimits, clocks, ...{ reports: [], collected: null, isCut: !1 } };
  scanAnnotations(context);
  for (let source2 of suite.sources) findings.sources.push(await readSource(source2, context));
  return context;
}

// src/catalog/expression.ts
import v8 from "node:v8";

// src/catalog/texts.ts
var unknown = { exact: null, required: [], begins: null, ends: null, mayBeEmpty: !0 }, anyCharacter = { ...unknown, mayBeEmpty: !1 }, nothing2 = exactly([""]);
function exactly(strings) {
  return { ...unknown, exact: strings, mayBeEmpty: strings.includes("") };
}
function oneOf(characters) {
  return characters.length <= 4 ? exactly(characters) : characters.length > 32 ? anyCharacter : { ...anyCharacter, begins: characters, ends: characters };
}
function requirements({ exact, required }) {
  return exact ? exact.includes("") ? [] : [one(exact)] : required;
}
function one(strings) {
  return { any: strings.filter((s, i) => !strings.some((t, j) => s.includes(t) && (s !== t || j < i))), branches: null };
}
var shortest = (set) => Math.min(...set.map((s) => s.length));
function repeated(part, least, isOnce) {
  if (least === 0 && isOnce && part.exact) return exactly([...part.exact, ""]);
  let ends = sideOf([part], "ends");
  if (least === 0) return { ...unknown, ends };
  let { mayBeEmpty } = part;
  return { exact: null, required: requirements(part), begins: sideOf([part], "begins"), ends, mayBeEmpty };
}
function alternatives(parts2) {
  if (parts2.length === 1) return parts2[0];
  if (parts2.every((part) => part.exact)) {
    let exact = parts2.flatMap((part) => part.exact);
    if (exact.length <= 32) return exactly(exact);
  }
  let begins3 = sideOf(parts2, "begins"), ends = sideOf(parts2, "ends"), mayBeEmpty = parts2.some((part) => part.mayBeEmpty), needs = parts2.map((part) => requirements(part).toSorted((x, y) => shortest(y.any) - shortest(x.any)));
  if (needs.some((list3) => !list3.length)) return { exact: null, required: [], begins: begins3, ends, mayBeEmpty };
  let choices = Math.min(3, Math.max(...needs.map((list3) => list3.length))), required = Array.from(
    { length: choices },
    (_, i) => one(needs.flatMap((list3) => (list3[i] ?? list3[0]).any))
  );
  return { exact: null, required: [{ ...required[0], branches: needs }, ...required.slice(1)], begins: begins3, ends, mayBeEmpty };
}
function sequence() {
  let run2 = [""], before = null, tail2 = "", isBroken = !1, mayBeEmpty = !0, begins3 = null, required = [], settle = () => {
    tail2 && (run2 = run2.map((head) => head + tail2)), tail2 = "";
  }, ends = () => run2.includes("") ? before && joined(before, run2) : run2, note = (next) => {
    if (run2.includes("")) return;
    let tails = next && shortest(run2) < 7 && beginsOf(next, 128 / run2.length), text5 = tails ? joined(run2, tails) : run2, heads = before && shortest(text5) < 7 && endsOf(before, 128 / text5.length);
    required.push(one(heads ? joined(heads, text5) : text5));
  }, breakOff = (part) => {
    settle();
    let next = part.mayBeEmpty ? null : part.exact ?? part.begins;
    note(next), isBroken || (begins3 = run2.length === 1 && run2[0] === "" ? next : run2), isBroken = !0, required.push(...part.required);
    let own = ends(), isShort = part.exact !== null && part.exact.length <= 32, last2 = isShort || part.mayBeEmpty && !own ? own : part.ends && [...part.mayBeEmpty ? own : [], ...part.ends];
    before = last2 && endsOf(last2, 128), run2 = isShort ? part.exact : [""];
  };
  return {
    add(part) {
      let { exact } = part;
      mayBeEmpty &&= part.mayBeEmpty, exact?.length === 1 ? tail2 += exact[0] : exact && exact.length * run2.length <= 32 ? (settle(), run2 = joined(run2, exact)) : breakOff(part);
    },
    end() {
      if (settle(), !isBroken) return exactly(run2);
      note(null);
      let last2 = ends();
      return {
        exact: null,
        required,
        begins: begins3 && !begins3.includes("") ? beginsOf(begins3) : null,
        ends: last2 && endsOf(last2),
        mayBeEmpty
      };
    }
  };
}
var joined = (heads, tails) => heads.flatMap((head) => tails.map((tail2) => head + tail2));
function sideOf(parts2, side) {
  let texts3 = [];
  for (let part of parts2) {
    let own = part.mayBeEmpty ? null : part.exact ?? part[side];
    if (!own) return null;
    texts3.push(...own);
  }
  return side === "ends" ? endsOf(texts3) : beginsOf(texts3);
}
function endsOf(strings, most = 32) {
  return shortened(strings, most, (text5, length) => text5.slice(-length));
}
function beginsOf(strings, most = 32) {
  return shortened(strings, most, (text5, length) => text5.slice(0, length));
}
function shortened(strings, most, cut) {
  for (let length = 4; length > 0; length--) {
    let sides = [...new Set(strings.map((text5) => cut(text5, length)))];
    if (sides.length <= most) return sides;
  }
  return null;
}

// src/catalog/literals.ts
function requiredLiterals(source2) {
  return requirements(parse2(source2, /["\\<>&]|[^\x20-\x7e]/)).map((need) => [...need.any]).filter((set) => set.every((s) => s.length >= 3)).sort((a, b) => shortest(b) - shortest(a));
}
function requiredText(source2) {
  let [first2, ...rest3] = requirements(parse2(source2, /[^\x20-\u{10ffff}]/u)).filter((need) => shortest(need.any) > 1).toSorted((a, b) => shortest(b.any) - shortest(a.any));
  return first2 ? [...rest3, first2] : [];
}
function parse2(source2, fragile) {
  return alternation({ source: source2, at: 0, fragile });
}
function alternation(p) {
  let branches = [concatenation(p)];
  for (; p.source[p.at] === "|"; )
    p.at++, branches.push(concatenation(p));
  return alternatives(branches);
}
function concatenation(p) {
  let parts2 = sequence();
  for (; p.at < p.source.length && p.source[p.at] !== "|" && p.source[p.at] !== ")"; ) parts2.add(quantified(p));
  return parts2.end();
}
function quantified(p) {
  let part = atom(p), next = p.source[p.at];
  if (next !== "*" && next !== "+" && next !== "?" && next !== "{") return part;
  let quantifier = /^(?:[*+?]|\{(\d+)(?:,(\d*))?\})\??/.exec(p.source.slice(p.at, p.at + 16));
  if (!quantifier) return part;
  p.at += quantifier[0].length;
  let kind = quantifier[0][0], least = kind === "+" ? 1 : kind === "{" ? Number(quantifier[1]) : 0;
  return repeated(part, least, kind === "?");
}
function atom(p) {
  let c = p.source[p.at++];
  if (c === "(") {
    let head = /^\?(?::|<[^>]*>)/.exec(p.source.slice(p.at, p.at + 80));
    head && (p.at += head[0].length);
    let inner2 = alternation(p);
    return p.at++, inner2;
  }
  return c === "[" ? characterClass(p) : c === "." ? anyCharacter : c === "^" || c === "$" ? nothing2 : c === "\\" ? escapeSequence(p) : literal2(p, c);
}
var literal2 = (p, c) => p.fragile.test(c) ? anyCharacter : exactly([c]);
function escapeSequence(p) {
  let c = p.source[p.at++];
  if (c === "b" || c === "B") return nothing2;
  if (c === "d") return oneOf(digits);
  if (/[DsSwWpP]/.test(c))
    return c.toLowerCase() === "p" && p.source[p.at] === "{" && (p.at = p.source.indexOf("}", p.at) + 1), anyCharacter;
  let code = c === "x" ? /^[\da-f]{2}/i.exec(p.source.slice(p.at)) : c === "u" ? /^[\da-f]{4}/i.exec(p.source.slice(p.at)) : null;
  return code ? (p.at += code[0].length, literal2(p, String.fromCharCode(Number.parseInt(code[0], 16)))) : c === "n" || c === "r" || c === "t" || c === "f" || c === "v" || c === "0" ? anyCharacter : literal2(p, c);
}
function characterClass(p) {
  let start2 = p.at;
  for (p.source[p.at] === "^" && p.at++; p.at < p.source.length && p.source[p.at] !== "]"; ) p.at += p.source[p.at] === "\\" ? 2 : 1;
  let members = membersOf(p.source.slice(start2, p.at++));
  return members && !members.some((c) => p.fragile.test(c)) ? oneOf(members) : anyCharacter;
}
function membersOf(body) {
  let members = /* @__PURE__ */ new Set();
  if (body.startsWith("^")) return null;
  for (let i = 0; i < body.length; i++) {
    let c = body[i];
    if (c === "\\") {
      if (c = body[++i] ?? "", c === "d") for (let digit of digits) members.add(digit);
      else {
        if (/^\w?$/.test(c)) return null;
        members.add(c);
      }
      if (body[i + 1] === "-" && i + 2 < body.length) return null;
      continue;
    }
    if (body[i + 1] !== "-" || i + 2 === body.length) {
      members.add(c);
      continue;
    }
    let last2 = body.charCodeAt(i + 2);
    if (body[i + 2] === "\\" || last2 - c.charCodeAt(0) > widest) return null;
    for (let code = c.charCodeAt(0); code <= last2; code++) members.add(String.fromCharCode(code));
    i += 2;
  }
  return [...members];
}
var digits = [..."0123456789"], widest = 25;

// src/catalog/expression.ts
var short = 512, retreats = 2e3;
function compile(source2) {
  let names = captureNames(source2), twice = names.find((name2, i) => names.indexOf(name2) !== i);
  if (twice) throw new SyntaxError(`captures \`${twice}\` twice: write two conditions`);
  try {
    let regex = linear(source2);
    return { source: source2, regex, exec: executor(source2, () => regex), ...literalsOf(source2) };
  } catch (cause) {
    let why = cause instanceof Error ? cause.message.replace(/^.*\/l?: /s, "") : String(cause);
    throw new SyntaxError(
      why.includes("linear time") ? "cannot run in linear time: look-around, back-references and counted repeats of more than 16 are not allowed" : why,
      { cause }
    );
  }
}
var literalsOf = (source2) => ({
  literals: requiredLiterals(source2),
  needs: requiredText(source2)
});
function trusted(source2, known2 = null) {
  let regex = null, slow = () => regex ??= linear(source2), own = known2, literals = () => (own ??= literalsOf(source2), own);
  return {
    source: source2,
    get literals() {
      return literals().literals;
    },
    get needs() {
      return literals().needs;
    },
    get regex() {
      return slow();
    },
    exec: executor(source2, slow)
  };
}
function executor(source2, linear2) {
  let usual = null;
  return (text5) => text5.length > short ? linear2().exec(text5) : (usual || (setFlags(), usual = new RegExp(source2)), usual.exec(text5));
}
function linear(source2) {
  return setFlags(), new RegExp(source2, "l");
}
var areSet = !1;
function setFlags() {
  areSet || (v8.setFlagsFromString("--enable-experimental-regexp-engine"), v8.setFlagsFromString("--enable-experimental-regexp-engine-on-excessive-backtracks"), v8.setFlagsFromString(`--regexp-backtracks-before-fallback=${retreats}`), areSet = !0);
}
function captureNames(source2) {
  return [...source2.matchAll(/\(\?<([A-Za-z_]\w*)>/g)].map((m) => m[1]);
}

export {
  fileBytes,
  partBytes,
  memoryBytes,
  Unavailable,
  none,
  timesUntil,
  clockAt,
  clocksAt,
  watched,
  blockRoom,
  blocks,
  collect,
  tellingReader,
  require_yauzl,
  compile,
  trusted,
  captureNames,
  isWorkload,
  sameNamespace,
  belongsTo,
  selects,
  stem,
  loose,
  keyOf,
  mergeObjects,
  isUnhealthy,
  buildMatcher,
  bestReport,
  defaultLimits,
  findingsMember,
  longestText2 as longestText,
  longestName,
  findingsSchema,
  archiveMembers,
  examine,
  readSuite
};
